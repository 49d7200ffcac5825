package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.AiPerformances;
import dev.hitlai.testers.Comparisons;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.internal.comparison.AiReckoning;
import dev.hitlai.testsupport.PlatformTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a completed hybrid test says of the AI and of people. */
@PlatformTest
class ComparisonsWithPeopleTest extends PeopleScene {
  @Autowired Comparisons comparisons;
  @Autowired AiPerformances performances;
  @Autowired AiReckoning reckoning;

  @Test
  void comparesTheAiWithThePersonOnceWhenTheTestCompletes() {
    UUID run = atWork(paused(1), ada);
    submit(
        ada,
        run,
        List.of(
            found("I pressed Pay now and nothing happened"),
            found("My address had to be typed twice")),
        says(run, "approve"));
    var made = company.does(() -> comparisons.ofRun(run));
    assertThat(made)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.facts().overlap()).isEqualTo(1);
              assertThat(one.onlyHuman()).isEqualTo(1);
              assertThat(one.onlyAi()).isEqualTo(1);
              assertThat(one.facts().agreement()).isEqualByComparingTo("0.3333");
              assertThat(one.facts().provider()).isEqualTo("hitl_finetuned");
              assertThat(one.facts().ai().cost()).isEqualByComparingTo("5.00");
              assertThat(one.facts().human().cost()).isEqualByComparingTo("25.00");
              assertThat(one.facts().reasoning()).contains("Of the 3 findings that hold");
            });
    var stranger = TestCompany.make(database, 1, 1);
    assertThat(stranger.does(() -> comparisons.ofRun(run))).isEmpty();
    UUID id = made.getFirst().id();
    assertThatThrownBy(
            () -> stranger.does(() -> comparisons.validate(id, ada.userId(), "Not mine")))
        .hasMessageContaining("No comparison");
    assertThat(company.does(() -> comparisons.validate(id, ada.userId(), "Fair")).notes())
        .isEqualTo("Fair");
    reckonsTheSameAgain();
  }

  private void reckonsTheSameAgain() {
    Tenancy.run(Actor.system("test"), reckoning::everything);
    var first = company.does(() -> performances.list(AiPerformances.Period.MONTH, 1000));
    assertThat(first)
        .anySatisfy(
            row -> {
              assertThat(row.figures().provider()).isEqualTo("hitl_finetuned");
              assertThat(row.figures().comparisons()).isPositive();
              assertThat(row.figures().falseNegatives()).isPositive();
              assertThat(row.figures().judged()).isPositive();
              assertThat(row.figures().costRatio()).isEqualByComparingTo("0.2");
            });
    Tenancy.run(Actor.system("test"), reckoning::everything);
    assertThat(company.does(() -> performances.list(AiPerformances.Period.MONTH, 1000)))
        .isEqualTo(first);
  }
}
