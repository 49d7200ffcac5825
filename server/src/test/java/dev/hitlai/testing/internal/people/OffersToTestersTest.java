package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testsupport.PlatformTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom work is offered to, and what becomes of work that nobody does. */
@PlatformTest
class OffersToTestersTest extends PeopleScene {
  @Test
  void asksWhoWaitedLongestAndOfThoseTheBetterRated() {
    assertThat(asked(paused(2))).containsExactly(ada, cleo);
    assertThat(asked(paused(2))).containsExactly(ben, ada);
    assertThat(asked(paused(1))).containsExactly(cleo);
  }

  @Test
  void asksNobodyTwiceAndTheNextWhenSomebodyDeclinesOrDoesNotAnswer() {
    UUID run = paused(1);
    assertThat(asked(run)).containsExactly(ada);
    work.decline(ada, mine(ada, run), "No time");
    assertThat(asked(run)).containsExactly(cleo);
    clock.advance(Duration.ofHours(5));
    sweep.run();
    assertThat(asked(run)).containsExactly(ben);
    assertThatThrownBy(() -> work.accept(cleo, mine(cleo, run))).isInstanceOf(ApiProblem.class);
    clock.advance(Duration.ofHours(5));
    sweep.run();
    // Who let it pass is asked again when nobody else is left; who declined is not.
    assertThat(asked(run)).containsExactly(cleo);
  }

  @Test
  void offersOnlyAsManyAsAreMissingHoweverManyServersAskAtOnce() throws Exception {
    UUID run = paused(2);
    inParallel(List.of(() -> topUp(run), () -> topUp(run), () -> topUp(run)));
    assertThat(count("status = 'offered'", run)).isEqualTo(2);
  }

  @Test
  void givesWorkThatWasLeftForADayToSomebodyElseWithoutBlame() {
    UUID run = paused(1);
    topUp(run);
    work.accept(ada, mine(ada, run));
    work.start(ada, mine(ada, run));
    clock.advance(Duration.ofHours(23));
    bench.save(ada, mine(ada, run), TesterReport.EMPTY, 0, "tab");
    clock.advance(Duration.ofHours(23));
    sweep.run();
    assertThat(count("status = 'in_progress'", run)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    sweep.run();
    assertThat(count("status = 'abandoned'", run)).isEqualTo(1);
    assertThat(asked(run)).hasSize(1);
    var next = asked(run).getFirst();
    assertThat(next).isIn(ben, cleo);
    assertThat(
            company.<UUID>one(
                "select replaces from testing.human_test_assignments where id = ?",
                mine(next, run)))
        .isEqualTo(mine(ada, run));
    assertThat(notices()).contains("assignment.reassigned");
    assertThat(rated(ada)).isEqualByComparingTo("3.00");
  }

  @Test
  void takesWorkBackWhenTheCompanyCancels() {
    UUID run = atWork(paused(2), ada);
    assertThat(company.does(() -> cancellation.cancel(run, null))).isTrue();
    assertThat(count("status in ('offered', 'accepted', 'in_progress')", run)).isZero();
    assertThat(notices()).contains("assignment.withdrawn");
    assertThatThrownBy(() -> bench.save(ada, mine(ada, run), TesterReport.EMPTY, 0, ""))
        .isInstanceOf(ApiProblem.class);
  }
}
