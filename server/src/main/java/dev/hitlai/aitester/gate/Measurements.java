package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Computes a finding's numbers anew from what was kept, and looks up the ones in its words. */
final class Measurements {
  private final RunIndex run;

  Measurements(RunIndex run) {
    this.run = run;
  }

  void check(
      Finding finding, List<PageIndex> pages, @Nullable Element element, List<Check> checks) {
  }
}
