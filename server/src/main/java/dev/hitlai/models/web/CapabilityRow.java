package dev.hitlai.models.web;

import dev.hitlai.models.Capabilities.Capability;
import dev.hitlai.models.Capabilities.Measured;
import dev.hitlai.testers.TestKind;
import dev.hitlai.web.view.Say;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an AI can do, in words.
 *
 * @param status why it can't be picked; empty when it can
 * @param kinds each kind of test with whether it does it
 * @param limits of a test
 */
public record CapabilityRow(
    String id,
    String name,
    String version,
    String maker,
    boolean available,
    String status,
    boolean inService,
    boolean recommended,
    boolean changeable,
    String description,
    List<Kind> kinds,
    String accuracy,
    String falsePositives,
    List<String> limits,
    List<String> strengths,
    List<String> weaknesses) {

  public record Kind(String name, boolean does) {}

  static CapabilityRow of(Capability one) {
    boolean foreign = one.item().category().equals("ai_third_party");
    return new CapabilityRow(
        one.id().toString(),
        one.item().label(),
        one.version().equals("unset") ? "" : one.version(),
        foreign ? "Third party" : "HitlAI",
        one.available(),
        one.obstacle() != null
            ? one.obstacle()
            : one.inService() ? "" : "HitlAI took it out of service.",
        one.inService(),
        one.recommended(),
        one.obstacle() == null,
        one.description(),
        one.kinds().isEmpty()
            ? List.of()
            : Arrays.stream(TestKind.values())
                .map(kind -> new Kind(kind.code(), one.kinds().contains(kind)))
                .toList(),
        words(one.accuracy()),
        words(one.falsePositives()),
        limits(one),
        one.strengths(),
        one.weaknesses());
  }

  private static String words(@Nullable Measured figure) {
    return figure == null
        ? "no data yet"
        : "%s (n = %s)".formatted(Say.percent(figure.value()), Say.count(figure.n()));
  }

  private static List<String> limits(Capability one) {
    var limits = new ArrayList<String>();
    if (one.maxMinutes() != null) {
      limits.add("At most %s minutes".formatted(one.maxMinutes()));
    }
    if (one.maxPages() != null) {
      limits.add("At most %s pages".formatted(one.maxPages()));
    }
    if (!one.languages().isEmpty()) {
      limits.add("Missions in: " + String.join(", ", one.languages()));
    }
    return limits;
  }
}
