package dev.hitlai.programs.internal;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.programs.CompanyTier;
import dev.hitlai.programs.internal.ProgramEvents.CodeRenewed;
import dev.hitlai.programs.internal.ProgramEvents.Invited;
import dev.hitlai.programs.internal.ProgramEvents.Lapsed;
import dev.hitlai.programs.internal.ProgramEvents.Rejected;
import dev.hitlai.programs.internal.ProgramEvents.Submitted;
import dev.hitlai.programs.internal.ProgramEvents.Waitlisted;
import dev.hitlai.programs.internal.ProgramEvents.Withdrawn;
import dev.hitlai.web.view.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells applicants, at the address they gave, and reviewers. Mails to applicants count as mails
 * about an account: they are always sent, and what they say is forgotten once they are.
 */
@Component
class ApplicationNotices {
  private final Notifications notifications;
  private final StatusLinks links;
  private final Spots spots;

  ApplicationNotices(Notifications notifications, StatusLinks links, Spots spots) {
    this.notifications = notifications;
    this.links = links;
    this.spots = spots;
  }

  @EventListener
  void on(Submitted submitted) {
    var application = submitted.application();
    applicant(
        "application.submitted",
        application,
        "We have your application",
        List.of(
            "You applied to the %s as %s. We read every application and answer by mail."
                .formatted(program(application), application.tier().label()),
            "The button leads to where you see how it stands. Whoever has this mail can open it."));
    notifications.tell(
        notice(
            "application.submitted",
            application,
            new Audience.Administrators(),
            "%s wants to be %s".formatted(application.who(), article(application)),
            List.of(
                "The priority score is %d of 100.".formatted(application.score().total()),
                "It waits for your decision."),
            new Notice.Action("Read the application", "/admin/applications/" + application.id())));
    company(
        "application.submitted",
        application,
        application.companyId(),
        "We have your application to be " + article(application),
        List.of("We read every application and answer by mail."));
  }

  @EventListener
  void on(Invited invited) {
    var application = invited.application();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        (invited.fromWaitingList()
                ? "A spot is yours now: you are %s."
                : "Your application is approved: you are %s.")
            .formatted(article(application)));
    paragraphs.add(application.tier().headline() + ".");
    String until = Say.time(invited.until());
    if (invited.code() == null) {
      paragraphs.add(
          "The button leads to your application. Log in there as a tester, or sign up, and join by"
              + " %s; then the spot goes to the next who waits.".formatted(until));
      applicant("application.approved", application, "You are a " + label(application), paragraphs);
    } else {
      paragraphs.addAll(codeText(invited.code(), until));
      mail(
          "application.approved",
          application,
          "Welcome: your discount code for " + application.who(),
          paragraphs,
          redeem(invited.code()));
    }
    company(
        "application.approved",
        application,
        application.companyId(),
        "Your application to be %s is approved".formatted(article(application)),
        List.of(
            "The code for your discount was mailed to the address that you gave. Redeem it by %s."
                .formatted(until)));
  }

  @EventListener
  void on(CodeRenewed renewed) {
    mail(
        "application.code",
        renewed.application(),
        "Your new discount code",
        codeText(renewed.code(), Say.time(renewed.until())),
        redeem(renewed.code()));
  }

  private static List<String> codeText(String code, String until) {
    return List.of(
        "Your code is " + code + ". It works once, for your company alone; an older one ends.",
        "The button leads to where an owner or administrator of your company redeems it, by %s."
            .formatted(until));
  }

  private static Notice.Action redeem(String code) {
    return new Notice.Action("Redeem the code", "/early-adopter/invitation?code=" + code);
  }

  @EventListener
  void on(Rejected rejected) {
    applicant(
        "application.rejected",
        rejected.application(),
        "We can't take your application",
        List.of(
            "You applied to the %s. This time we say no, for this reason: %s"
                .formatted(program(rejected.application()), rejected.reason()),
            "You can apply again from %s on.".formatted(Say.time(rejected.reapplyAfter()))));
  }

  @EventListener
  void on(Waitlisted waitlisted) {
    var application = waitlisted.application();
    var paragraphs = new ArrayList<String>();
    paragraphs.add(
        waitlisted.full()
            ? "We want to have you, but all %d spots of %s are taken."
                .formatted(application.tier().spots(), application.tier().label())
            : "We want to have you as soon as a spot of %s comes free."
                .formatted(application.tier().label()));
    var taken = spots.taken();
    taken
        .offeredInsteadOf(application.tier())
        .ifPresent(
            next ->
                paragraphs.add(
                    "You don't have to wait: %s (%s) has %s left. One press on the page of your"
                            .formatted(
                                next.label(),
                                next.headline(),
                                Say.count(taken.left(next), "spot", "spots"))
                        + " application takes it, with what you entered."));
    applicant("application.waitlisted", application, "You are on the waiting list", paragraphs);
  }

  @EventListener
  void on(Withdrawn withdrawn) {
    applicant(
        "application.withdrawn",
        withdrawn.application(),
        "Your application is withdrawn",
        List.of("You can apply again at any time."));
  }

  @EventListener
  void on(Lapsed lapsed) {
    applicant(
        "application.lapsed",
        lapsed.application(),
        "Your invitation has run out",
        List.of(
            "The spot went back, because nobody took it up in time.",
            "You can apply again at any time."));
  }

  private void applicant(
      String event, Application application, String title, List<String> paragraphs) {
    mail(
        event,
        application,
        title,
        paragraphs,
        new Notice.Action("See the application", links.path(application.id())));
  }

  private void mail(
      String event,
      Application application,
      String title,
      List<String> paragraphs,
      Notice.Action action) {
    notifications.tell(
        new Notice(
            event,
            event + ":" + application.id() + ":" + Objects.hash(paragraphs),
            NoticeKind.ACCOUNT,
            new Audience.Address(application.email(), application.name()),
            title,
            paragraphs,
            action,
            Map.of()));
  }

  /** What the company's programs hear of, when it is one of ours. */
  private void company(
      String event,
      Application application,
      @org.jspecify.annotations.Nullable UUID companyId,
      String title,
      List<String> paragraphs) {
    if (companyId != null) {
      notifications.tell(
          notice(
              event,
              application,
              new Audience.Company(companyId),
              title,
              paragraphs,
              new Notice.Action("See the program", "/company/program")));
    }
  }

  private static Notice notice(
      String event,
      Application application,
      Audience audience,
      String title,
      List<String> paragraphs,
      Notice.Action action) {
    return new Notice(
        event,
        event + ":" + application.id(),
        NoticeKind.PROGRAMS,
        audience,
        title,
        paragraphs,
        action,
        Map.of(
            "applicationId", application.id().toString(),
            "program", application.program().code(),
            "tier", application.tier().code(),
            "priorityScore", application.score().total()));
  }

  private static String program(Application application) {
    String label = application.program().label();
    return label.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label.substring(1);
  }

  private static String label(Application application) {
    return application.tier().label().toLowerCase(java.util.Locale.ROOT);
  }

  private static String article(Application application) {
    boolean vowel =
        application.tier() == CompanyTier.EARLY_ADOPTER || label(application).startsWith("e");
    return (vowel ? "an " : "a ") + label(application);
  }
}
