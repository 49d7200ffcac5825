package dev.hitlai.programs.internal;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.programs.internal.CompanySpots.Membership;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMet;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentMissed;
import dev.hitlai.programs.internal.ProgramEvents.CommitmentNear;
import dev.hitlai.programs.internal.ProgramEvents.CompanyJoined;
import dev.hitlai.programs.internal.ProgramEvents.TesterJoined;
import dev.hitlai.programs.internal.ProgramEvents.Vested;
import dev.hitlai.testers.TesterRecords;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells members of the programs, and administrators, what comes of it. */
@Component
class MemberNotices {
  private final Notifications notifications;
  private final TesterRecords testers;

  MemberNotices(Notifications notifications, TesterRecords testers) {
    this.notifications = notifications;
    this.testers = testers;
  }

  @EventListener
  void on(CompanyJoined joined) {
    var spot = joined.spot();
    company(
        "program.joined",
        "program.joined:" + spot.id(),
        spot,
        "%s %% off every test, for life".formatted(spot.discountPercent()),
        List.of(
            "Your company is in the early-adopter program as %s."
                .formatted(spot.tier().label().toLowerCase(java.util.Locale.ROOT)),
            "You planned %d completed tests until %s."
                .formatted(spot.commitmentTests(), due(spot))));
    administrators(
        "program.joined",
        "program.joined:" + spot.id(),
        joined.application().who() + " redeemed its code",
        List.of("It is in the program as %s.".formatted(spot.tier().label())));
  }

  @EventListener
  void on(CommitmentMet met) {
    company(
        "commitment.met",
        "commitment.met:" + met.spot().id(),
        met.spot(),
        "You kept your commitment of %d tests".formatted(met.spot().commitmentTests()),
        List.of("Thank you. The discount is yours for life."));
    administrators(
        "commitment.met",
        "commitment.met:" + met.spot().id(),
        "A commitment of %d tests is met".formatted(met.spot().commitmentTests()),
        List.of("A %s completed them in time.".formatted(met.spot().tier().label())));
  }

  @EventListener
  void on(CommitmentNear near) {
    var spot = near.spot();
    company(
        "commitment.near",
        "commitment.near:" + spot.id() + ":" + near.days(),
        spot,
        "%s to go for your commitment".formatted(Say.count(spot.missing(), "test", "tests")),
        List.of(
            "%d of %d tests are completed; the plan runs until %s."
                .formatted(spot.testsCompleted(), spot.commitmentTests(), due(spot))));
  }

  @EventListener
  void on(CommitmentMissed missed) {
    var spot = missed.spot();
    List<String> facts =
        List.of(
            "%d of %d tests were completed until %s."
                .formatted(spot.testsCompleted(), spot.commitmentTests(), due(spot)));
    company(
        "commitment.missed",
        "commitment.missed:" + spot.id(),
        spot,
        "The time for your commitment is over",
        List.of(facts.getFirst(), "Your discount stays: it was promised for life."));
    administrators(
        "commitment.missed",
        "commitment.missed:" + spot.id(),
        "A commitment of %d tests was missed".formatted(spot.commitmentTests()),
        facts);
  }

  @EventListener
  void on(TesterJoined joined) {
    var spot = joined.spot();
    tester(
        "program.joined",
        "program.joined:" + spot.id(),
        joined.userId(),
        "Welcome to the founding-tester program",
        List.of(
            "You are in as %s: %s %% of each test's price%s."
                .formatted(
                    spot.tier().label().toLowerCase(java.util.Locale.ROOT),
                    spot.sharePercent(),
                    spot.shareUntil() == null ? "" : " in your first year")));
    administrators(
        "program.joined",
        "program.joined:" + spot.id(),
        joined.application().who() + " joined the program",
        List.of("They are in as %s.".formatted(spot.tier().label())));
  }

  @EventListener
  void on(Vested vested) {
    var person = testers.all(List.of(vested.testerId())).get(vested.testerId());
    UUID user = person == null ? null : person.userId();
    if (user != null) {
      tester(
          "equity.vested",
          "equity.vested:" + vested.membershipId() + ":" + vested.tests(),
          user,
          "%s of your equity has vested".formatted(percent(vested.share())),
          List.of(
              "You have completed %s: %s %% of the platform are vested now."
                  .formatted(
                      Say.count(vested.tests(), "test", "tests"),
                      vested.equityPercent().stripTrailingZeros().toPlainString()),
              "The certificate is on the page of your program."));
    }
  }

  private static String percent(java.math.BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static String due(Membership spot) {
    return Say.time(Objects.requireNonNull(spot.commitmentDue(), "of somebody who joined"));
  }

  private void company(
      String event, String key, Membership spot, String title, List<String> paragraphs) {
    UUID company = spot.companyId();
    if (company != null) {
      tell(event, key, new Audience.Company(company), title, paragraphs, "/company/program");
    }
  }

  private void tester(String event, String key, UUID user, String title, List<String> paragraphs) {
    tell(event, key, new Audience.Person(user), title, paragraphs, "/tester/program");
  }

  private void administrators(String event, String key, String title, List<String> paragraphs) {
    tell(
        event,
        key,
        new Audience.Administrators(),
        title,
        paragraphs,
        "/admin/applications/members");
  }

  private void tell(
      String event,
      String key,
      Audience audience,
      String title,
      List<String> paragraphs,
      String path) {
    notifications.tell(
        new Notice(
            event,
            key,
            NoticeKind.PROGRAMS,
            audience,
            title,
            paragraphs,
            new Notice.Action("See the program", path),
            Map.of()));
  }
}
