package dev.hitlai.programs.internal;

import static dev.hitlai.programs.CompanyTier.EARLY_ADOPTER;
import static dev.hitlai.programs.CompanyTier.FOUNDING_PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.TesterTier;
import dev.hitlai.programs.internal.ProgramEvents.Invited;
import dev.hitlai.programs.internal.ProgramEvents.Lapsed;
import dev.hitlai.programs.internal.ProgramEvents.Waitlisted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spots under concurrency, and the waiting list. */
class SpotsTest {
  private static final int AT_ONCE = 50;

  private final ProgramsOnTheirOwn all = new ProgramsOnTheirOwn();

  @Test
  void givesTheLastFoundingSpotToOneOfFiftyApprovalsAtOnce() throws Exception {
    approve(FOUNDING_PARTNER, 9);
    var ids =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> all.applied(FOUNDING_PARTNER, 60 + i % 30))
            .toList();
    all.announced.clear();
    var refused = approveAtOnce(ids);

    assertThat(all.taken(FOUNDING_PARTNER)).isEqualTo(10);
    assertThat(refused).hasSize(AT_ONCE - 1);
    assertThat(refused)
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.NO_SPOTS_AVAILABLE);
              assertThat(problem.details())
                  .containsEntry("nextTier", "early_adopter")
                  .containsEntry("nextTierSpotsLeft", 40);
            });
    assertThat(all.announced).filteredOn(Invited.class::isInstance).hasSize(1);
    assertThat(all.announced).filteredOn(Waitlisted.class::isInstance).hasSize(AT_ONCE - 1);

    var waiting = ids.stream().filter(id -> all.find(id).is(ApplicationStatus.WAITLISTED)).toList();
    assertThat(waiting).hasSize(AT_ONCE - 1);
    var standing = all.applicant.standing(all.links.token(waiting.getFirst()));
    assertThat(standing.offer()).isEqualTo(EARLY_ADOPTER);
    var accepted = all.applicant.acceptOffer(all.links.token(waiting.getFirst()));
    assertThat(accepted.application().status()).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(accepted.application().tier()).isEqualTo(EARLY_ADOPTER);
    assertThat(all.taken(EARLY_ADOPTER)).isEqualTo(1);
  }

  @Test
  void offersTheNextTierThatHasASpot() {
    approve(TesterTier.FOUNDING_TESTER, 20);
    approve(TesterTier.EARLY_TESTER, 30);
    UUID late = all.applied(TesterTier.FOUNDING_TESTER, 70);
    assertThatThrownBy(() -> all.decide(late, Review.Action.APPROVE))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> assertThat(problem.details()).containsEntry("nextTier", "beta_tester"));
  }

  @Test
  void movesTheWaitingListUpByPriorityWhenASpotComesFree() {
    var first = approve(FOUNDING_PARTNER, 10).getFirst();
    UUID low = all.applied(FOUNDING_PARTNER, 60);
    UUID high = all.applied(FOUNDING_PARTNER, 90);
    UUID middle = all.applied(FOUNDING_PARTNER, 75);
    for (UUID id : List.of(low, high, middle)) {
      all.decide(id, Review.Action.WAITLIST);
    }
    assertThat(all.applicant.standing(all.links.token(middle)).place()).isEqualTo(2);
    all.announced.clear();

    all.applicant.withdraw(all.links.token(first));
    assertThat(all.find(high).status()).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(all.find(middle).status()).isEqualTo(ApplicationStatus.WAITLISTED);
    assertThat(all.announced)
        .filteredOn(Invited.class::isInstance)
        .map(Invited.class::cast)
        .singleElement()
        .satisfies(
            invited -> {
              assertThat(invited.application().id()).isEqualTo(high);
              assertThat(invited.fromWaitingList()).isTrue();
            });
    assertThat(all.taken(FOUNDING_PARTNER)).isEqualTo(10);
  }

  @Test
  void freesSpotsOfInvitationsThatNobodyTookUpInTime() {
    var invited = approve(FOUNDING_PARTNER, 10);
    UUID waits = all.applied(FOUNDING_PARTNER, 60);
    all.decide(waits, Review.Action.WAITLIST);
    all.clock.advance(Duration.ofDays(29));
    assertThat(all.endings.lapse()).isZero();
    all.clock.advance(Duration.ofDays(2));
    assertThat(all.endings.lapse()).isEqualTo(10);
    assertThat(all.endings.lapse()).as("once").isZero();
    assertThat(all.find(invited.getFirst()).status()).isEqualTo(ApplicationStatus.LAPSED);
    assertThat(all.find(waits).status()).isEqualTo(ApplicationStatus.APPROVED);
    assertThat(all.taken(FOUNDING_PARTNER)).isEqualTo(1);
    assertThat(all.announced).filteredOn(Lapsed.class::isInstance).hasSize(10);
  }

  @Test
  void freesTheSpotOfACompanyThatIsClosed() {
    UUID application = approve(CompanyTier.BETA_USER, 1).getFirst();
    UUID company = all.company();
    all.run(
        () ->
            all.companies.join(
                all.companies.ofApplication(application).orElseThrow().id(), company));
    assertThat(all.taken(CompanyTier.BETA_USER)).isEqualTo(1);
    all.run(() -> all.endings.on(new CompanyClosed(company, "Closed Shop")));
    assertThat(all.taken(CompanyTier.BETA_USER)).isZero();
    assertThat(all.does(() -> all.companies.active(company))).isEmpty();
  }

  @Test
  void decidesEachApplicationOnce() {
    UUID id = all.applied(FOUNDING_PARTNER, 60);
    assertThat(all.decide(id, Review.Action.REJECT).reason()).isEqualTo("Because.");
    for (var action : Review.Action.values()) {
      assertThatThrownBy(() -> all.decide(id, action))
          .isInstanceOfSatisfying(
              ApiProblem.class,
              problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }
    assertThat(all.applicant.standing(all.links.token(id)).canWithdraw()).isFalse();
  }

  @Test
  void keepsOnlyAHashOfACodeAndReadsWhatPeopleType() {
    approve(FOUNDING_PARTNER, 1);
    var invited =
        (Invited)
            all.announced.stream().filter(Invited.class::isInstance).findFirst().orElseThrow();
    String code = String.valueOf(invited.code());
    assertThat(code).matches("HK(-[0-9A-HJKMNP-TV-Z]{5}){4}");
    assertThat(all.does(() -> all.codes.find(code.toLowerCase().replace("-", " ")))).isPresent();
    assertThat(all.does(() -> all.codes.find("HK-00000-00000-00000-00000"))).isEmpty();
    String stored =
        all.database.asSystem(sql -> sql.fetch("select * from programs.discount_codes").toString());
    assertThat(stored).doesNotContain(code).doesNotContain(DiscountCodes.plain(code));
  }

  private List<UUID> approve(dev.hitlai.programs.Tier tier, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> all.applied(tier, 50))
        .map(id -> all.decide(id, Review.Action.APPROVE).id())
        .toList();
  }

  private List<ApiProblem> approveAtOnce(List<UUID> ids) throws Exception {
    var start = new CountDownLatch(1);
    var refused = new ArrayList<ApiProblem>();
    try (var threads = Executors.newFixedThreadPool(ids.size())) {
      var results = new ArrayList<Future<ApiProblem>>();
      for (UUID id : ids) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    all.decide(id, Review.Action.APPROVE);
                    return null;
                  } catch (ApiProblem problem) {
                    return problem;
                  }
                }));
      }
      start.countDown();
      for (var result : results) {
        if (result.get() != null) {
          refused.add(result.get());
        }
      }
    }
    return refused;
  }
}
