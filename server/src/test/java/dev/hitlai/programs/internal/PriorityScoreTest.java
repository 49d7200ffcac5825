package dev.hitlai.programs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.TesterTier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityScoreTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0, 50",
    "5, 1-10, 0, 58",
    "10-49, 11-50, 50, 70",
    "50-99, 51-200, 50, 78",
    "'1,000', 1000+, 250, 97",
    "500+, 201-1000, 250, 94",
  })
  void isTheSumOfItsParts(String volume, String size, int reasons, int total) {
    var score =
        PriorityScore.of(
            Program.EARLY_ADOPTER,
            new Answers(
                Map.of(
                    "monthlyTestVolume", volume,
                    "companySize", size,
                    "whyInterested", "x".repeat(reasons))));
    assertThat(score.total()).isEqualTo(total);
    assertThat(score.parts()).extracting(PriorityScore.Part::most).containsExactly(50, 25, 15, 10);
    assertThat(PriorityScore.read(score.json())).isEqualTo(score);
  }

  @Test
  void reachesHundredAndNeverMore() {
    var best =
        new Answers(
            Map.of(
                "monthlyTestVolume", "9999",
                "companySize", "1000+",
                "yearsOfExperience", "40",
                "availability", "60",
                "relevantExperience", "y".repeat(500),
                "currentTestingApproach", "y".repeat(500),
                "whyInterested", "x".repeat(4000)));
    for (var program : Program.values()) {
      assertThat(PriorityScore.of(program, best).total()).isEqualTo(100);
    }
  }

  @Test
  void staysBetweenFiftyAndHundredWhateverIsEntered() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      var answers =
          new Answers(
              Map.of(
                  "monthlyTestVolume", noise(random),
                  "companySize", noise(random),
                  "whyInterested", noise(random).repeat(random.nextInt(20))));
      var score = PriorityScore.of(Program.EARLY_ADOPTER, answers);
      assertThat(score.total()).isBetween(50, 100);
      assertThat(score.parts()).allMatch(part -> part.points() <= part.most());
    }
  }

  private static String noise(Random random) {
    return random
        .ints(random.nextInt(12), 32, 127)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void namesWhatIsMissingAndWhatIsWrong() {
    var problems =
        Questions.problems(
            Program.EARLY_ADOPTER,
            Questions.of(Program.EARLY_ADOPTER),
            new Answers(Map.of("email", "nobody", "tier", "best", "phone", "call me")));
    assertThat(problems)
        .containsEntry("companyName", "is missing")
        .containsEntry("email", "must be an e-mail address")
        .containsEntry("phone", "must be a phone number")
        .doesNotContainKey("industry");
    assertThat(problems.get("tier")).contains("founding_partner");
  }

  @Test
  void promisesTheCompaniesOfTheContract() {
    assertThat(List.of(CompanyTier.values()))
        .extracting(
            CompanyTier::spots, tier -> tier.discount().toPlainString(), CompanyTier::commitment)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(10, "0.25", 100),
            org.assertj.core.groups.Tuple.tuple(40, "0.20", 50),
            org.assertj.core.groups.Tuple.tuple(150, "0.10", 20));
    assertThat(CompanyTier.FOUNDING_PARTNER.next()).contains(CompanyTier.EARLY_ADOPTER);
    assertThat(TesterTier.BETA_TESTER.next()).isEmpty();
  }
}
