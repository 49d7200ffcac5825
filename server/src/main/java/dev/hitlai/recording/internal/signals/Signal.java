package dev.hitlai.recording.internal.signals;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a session tells, with the events it rests on.
 *
 * @param at when it began, milliseconds since 1970
 * @param until when it was over
 * @param cause what it likely comes from, in a word for filters
 * @param explanation a sentence for people
 * @param eventIds ids of the clicks, requests or errors that say so; may be empty
 */
public record Signal(
    SignalKind kind,
    @Nullable UUID pageId,
    long at,
    long until,
    String cause,
    String explanation,
    @Nullable String selector,
    @Nullable Integer pageX,
    @Nullable Integer pageY,
    List<UUID> eventIds) {

  public Signal {
    eventIds = List.copyOf(eventIds);
  }

  /** About a page as a whole. */
  static Signal ofPage(
      SignalKind kind, @Nullable UUID page, long at, long until, String cause, String explanation) {
    return new Signal(kind, page, at, until, cause, explanation, null, null, null, List.of());
  }

  /** About clicks on one element. */
  static Signal ofClicks(
      SignalKind kind, List<Story.Click> clicks, String cause, String explanation) {
    var first = clicks.getFirst();
    return new Signal(
        kind,
        first.pageId(),
        first.at(),
        clicks.getLast().at(),
        cause,
        explanation,
        first.selector(),
        first.pageX(),
        first.pageY(),
        clicks.stream().map(Story.Click::id).toList());
  }
}
