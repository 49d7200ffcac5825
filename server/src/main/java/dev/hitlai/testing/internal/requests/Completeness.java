package dev.hitlai.testing.internal.requests;

import java.util.List;

/**
 * How much a request tells the tester, 0 to 100: more told, better findings. Each part says what it
 * is worth and what would earn it.
 */
public record Completeness(List<Part> parts) {

  /**
   * @param hint what to add; shown while the part is not earned
   */
  public record Part(String name, int worth, boolean earned, String hint) {}

  public static Completeness of(RequestFacts facts) {
    return new Completeness(
        List.of(
            new Part("Address", 20, !facts.url().isBlank(), "Say which site to test."),
            new Part("Mission", 20, !facts.mission().isBlank(), "Say what the visitor wants."),
            new Part(
                "Detailed mission",
                15,
                words(facts.mission()) >= 8,
                "Describe the goal in eight words or more."),
            new Part(
                "Success criteria",
                15,
                !facts.successCriteria().isBlank(),
                "Say how one sees that the goal was reached."),
            new Part(
                "Context",
                10,
                !facts.context().isBlank(),
                "Tell what is special about the site or its visitors."),
            new Part("Persona", 10, facts.personas() >= 1, "Choose who visits the site."),
            new Part(
                "Several personas",
                10,
                facts.personas() >= 2,
                "Choose a second persona: different people stumble in different places.")));
  }

  public int score() {
    return parts.stream().filter(Part::earned).mapToInt(Part::worth).sum();
  }

  public List<Part> missing() {
    return parts.stream().filter(part -> !part.earned()).toList();
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
