package dev.hitlai.recording.internal.signals;

import java.util.List;

/** Finds signals of one sort in a session. */
interface Detector {
  List<Signal> find(Story story, SignalSettings settings);
}
