package dev.hitlai.programs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMet;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMissed;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentNear;
import dev.hitlai.testing.TestRunCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commitments against their deadline. */
class CommitmentsTest {
  private final ProgramsOnTheirOwn all = new ProgramsOnTheirOwn();
  private UUID company;

  @BeforeEach
  void join() {
    company = all.company();
    UUID id = all.applied(CompanyTier.BETA_USER, 50);
    all.decide(id, Review.Action.APPROVE);
    all.run(() -> all.companies.join(all.companies.ofApplication(id).orElseThrow().id(), company));
    all.announced.clear();
  }

  @Test
  void countsEachTestAndMeetsTheCommitmentOnceHoweverManyCompleteAtOnce() throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(25)) {
      var results = new ArrayList<Future<?>>();
      for (int test = 0; test < 25; test++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  complete();
                  return true;
                }));
      }
      start.countDown();
      for (var result : results) {
        result.get();
      }
    }
    assertThat(spot().testsCompleted()).isEqualTo(20);
    assertThat(spot().commitmentStatus()).isEqualTo("met");
    assertThat(all.announced).filteredOn(CommitmentMet.class::isInstance).hasSize(1);
  }

  @Test
  void remindsBeforeTheDeadlineAndSaysWhenItIsMissedEachOnce() {
    assertThat(spot().commitmentDue()).isEqualTo(Instant.parse("2026-09-30T12:00:00Z"));
    complete();
    look();
    assertThat(all.announced).isEmpty();
    all.clock.moveTo(Instant.parse("2026-09-05T00:00:00Z"));
    look();
    look();
    all.clock.moveTo(Instant.parse("2026-09-25T00:00:00Z"));
    look();
    look();
    assertThat(all.announced)
        .hasOnlyElementsOfType(CommitmentNear.class)
        .extracting(event -> ((CommitmentNear) event).days())
        .containsExactly(30, 7);
    all.clock.moveTo(Instant.parse("2026-09-30T12:00:01Z"));
    complete();
    look();
    look();
    assertThat(all.announced).filteredOn(CommitmentMissed.class::isInstance).hasSize(1);
    assertThat(spot().commitmentStatus()).isEqualTo("missed");
    assertThat(spot().testsCompleted()).as("what came too late doesn't count").isEqualTo(1);
    assertThat(spot().discount()).as("the discount stays").isEqualByComparingTo("0.10");
  }

  @Test
  void remindsOnceWhenTheJobStoodStillForLong() {
    all.clock.advance(Duration.ofDays(88));
    look();
    assertThat(all.announced)
        .extracting(event -> ((CommitmentNear) event).days())
        .containsExactly(7);
  }

  /** As whoever completes it: here a member of the company, who may not write to the programs. */
  private void complete() {
    Tenancy.run(
        Actor.company(null, company),
        () ->
            all.database
                .transactions()
                .executeWithoutResult(
                    _ ->
                        all.commitments.on(
                            new TestRunCompleted(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                company,
                                all.clock.instant()))));
  }

  private void look() {
    all.run(all.commitments::look);
  }

  private CompanySpots.Membership spot() {
    return all.does(() -> all.companies.active(company).orElseThrow());
  }
}
