package dev.hitlai.testing.internal.requests;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that can be carried out: everything it names exists. */
record CheckedRequest(
    NewTestRequest asked, SiteAddress address, List<Persona> personas, @Nullable Platform device) {
  private static final int TITLE_LENGTH = 120;

  String title() {
    String text = asked.title().isBlank() ? asked.mission() : asked.title();
    String line = text.strip().lines().findFirst().orElse(text.strip());
    return line.length() <= TITLE_LENGTH ? line : line.substring(0, TITLE_LENGTH - 1) + "…";
  }

  /** People wanted for each persona; at least one when the test has people. */
  int testers() {
    return switch (asked.type()) {
      case AI_ONLY -> 0;
      case HUMAN_ONLY, HYBRID -> Math.max(1, asked.requiredTesters());
    };
  }
}
