package dev.hitlai.programs.internal;

import dev.hitlai.programs.Program;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * In which order applications are looked at, 0 to 100: 50 for everybody, up to 25 for the volume of
 * tests (of a tester: experience), up to 15 for the size (of a tester: time), up to 10 for interest
 * and detail. Each part says what it was given for.
 */
public record PriorityScore(List<Part> parts) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @param most points of this part
   */
  public record Part(String name, int points, int most, String why) {}

  public PriorityScore {
    parts = List.copyOf(parts);
  }

  public int total() {
    return parts.stream().mapToInt(Part::points).sum();
  }

  static PriorityScore of(Program program, Answers answers) {
    return switch (program) {
      case EARLY_ADOPTER ->
          new PriorityScore(
              List.of(
                  base(),
                  stairs("Volume", answers, "monthlyTestVolume", 25, 1, 10, 50, 100, 500),
                  stairs("Size", answers, "companySize", 15, 1, 11, 51, 201, 1000),
                  detail(answers, "currentTestingApproach")));
      case FOUNDING_TESTER ->
          new PriorityScore(
              List.of(
                  base(),
                  stairs("Experience", answers, "yearsOfExperience", 25, 1, 2, 4, 7, 10),
                  stairs("Time", answers, "availability", 15, 1, 5, 10, 15, 20),
                  detail(answers, "relevantExperience")));
    };
  }

  private static Part base() {
    return new Part("Base", 50, 50, "everybody");
  }

  /** Five equal stairs, one for each mark that the first number of the answer reaches. */
  private static Part stairs(
      String name, Answers answers, String question, int most, int... marks) {
    OptionalInt number = answers.number(question);
    int reached = 0;
    for (int mark : marks) {
      reached += number.isPresent() && number.getAsInt() >= mark ? 1 : 0;
    }
    String said = answers.text(question);
    return new Part(
        name, most * reached / marks.length, most, said.isEmpty() ? "nothing said" : said);
  }

  /** 4 for reasons of a sentence or more, 3 more for a paragraph, 3 for what is done today. */
  private static Part detail(Answers answers, String today) {
    int why = answers.text("whyInterested").length();
    boolean described = answers.text(today).length() >= 30;
    int points = (why >= 40 ? 4 : 0) + (why >= 200 ? 3 : 0) + (described ? 3 : 0);
    return new Part(
        "Interest and detail",
        points,
        10,
        "%,d characters of reasons, %s".formatted(why, described ? "work described" : "no more"));
  }

  JSONB json() {
    return JSONB.valueOf(JSON.writeValueAsString(parts));
  }

  static PriorityScore read(JSONB json) {
    return new PriorityScore(JSON.readValue(json.data(), new TypeReference<List<Part>>() {}));
  }
}
