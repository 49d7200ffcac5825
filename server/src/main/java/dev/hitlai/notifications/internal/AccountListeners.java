package dev.hitlai.notifications.internal;

import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CompanySignedUp;
import dev.hitlai.identity.EmailVerificationAsked;
import dev.hitlai.identity.MemberInvited;
import dev.hitlai.identity.MemberJoined;
import dev.hitlai.identity.MemberLeft;
import dev.hitlai.identity.Members;
import dev.hitlai.identity.PasswordResetAsked;
import dev.hitlai.identity.TesterSignedUp;
import dev.hitlai.identity.Users;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what happens to accounts. Synchronous and inside the transaction of the fact: links
 * that work once never wait in a second table, and without the fact there is no mail.
 */
@Component
class AccountListeners {
  private final Notifications notifications;
  private final AsThePlatform platform;
  private final Companies companies;
  private final Members members;
  private final Users users;
  private final Clock clock;

  AccountListeners(
      Notifications notifications,
      AsThePlatform platform,
      Companies companies,
      Members members,
      Users users,
      Clock clock) {
    this.notifications = notifications;
    this.platform = platform;
    this.companies = companies;
    this.members = members;
    this.users = users;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  public void on(EmailVerificationAsked asked) {
    mail(
        "account.email_verification",
        asked.email(),
        asked.name(),
        "Confirm your e-mail address",
        List.of(
            "Press the button to show that this address is yours.",
            "If you didn't enter it here, ignore this mail."),
        new Notice.Action("Confirm the address", asked.path()));
  }

  @EventListener
  @Transactional
  public void on(PasswordResetAsked asked) {
    mail(
        "account.password_forgotten",
        asked.email(),
        asked.name(),
        "Choose a new password",
        List.of(
            "Somebody, most likely you, asked for a new password for this account. The button leads"
                + " to the page where you choose it; it works once.",
            "If it wasn't you, ignore this mail: your password stays as it is."),
        new Notice.Action("Choose a password", asked.path()));
  }

  @EventListener
  @Transactional
  public void on(MemberInvited invited) {
    mail(
        "account.invitation",
        invited.email(),
        "",
        invited.invitedBy() + " invites you to " + invited.companyName(),
        List.of(
            invited.invitedBy()
                + " asks you to join "
                + invited.companyName()
                + " on HitlAI, where AI testers and people try out its sites.",
            "The button leads to where you join. It works once and for a week."),
        new Notice.Action("Join " + invited.companyName(), invited.path()));
  }

  @EventListener
  @Transactional
  public void on(CompanySignedUp signedUp) {
    tell(
        "account.welcome",
        "welcome:" + signedUp.companyId(),
        signedUp.ownerId(),
        "Welcome to HitlAI",
        List.of(
            signedUp.companyName() + " has an account now.",
            "Name a site and what a visitor wants to do there: a first result takes minutes."),
        new Notice.Action("Ask for a test", "/company/tests/new"));
  }

  @EventListener
  @Transactional
  public void on(TesterSignedUp signedUp) {
    tell(
        "account.welcome",
        "welcome:" + signedUp.userId(),
        signedUp.userId(),
        "Welcome to HitlAI",
        List.of("You are on the roster of testers. We tell you when there is work that fits you."),
        new Notice.Action("See your page", "/tester/dashboard"));
  }

  @EventListener
  @Transactional
  public void on(MemberJoined joined) {
    String company = company(joined.companyId());
    String person = person(joined.userId());
    tell(
        "account.member_joined",
        "joined:" + joined.companyId() + ":" + joined.userId() + ":" + clock.instant(),
        joined.userId(),
        "You belong to " + company + " now",
        List.of("Your role there is " + joined.role().value() + "."),
        new Notice.Action("Open " + company, "/company/dashboard"));
    tellAdmins(
        joined.companyId(),
        joined.userId(),
        "account.member_joined",
        person + " joined " + company,
        "Their role is " + joined.role().value() + ".");
  }

  @EventListener
  @Transactional
  public void on(MemberLeft left) {
    String company = company(left.companyId());
    String person = person(left.userId());
    tell(
        "account.member_left",
        "left:" + left.companyId() + ":" + left.userId() + ":" + clock.instant(),
        left.userId(),
        "You no longer belong to " + company,
        List.of("You can't see its tests any more. If that is a mistake, ask its owner."),
        null);
    tellAdmins(
        left.companyId(),
        left.userId(),
        "account.member_left",
        person + " left " + company,
        "They can't see its tests any more.");
  }

  private void tellAdmins(
      UUID companyId, UUID about, String event, String title, String paragraph) {
    platform.ask(() -> members.atLeast(companyId, CompanyRole.ADMIN)).stream()
        .map(Members.Member::userId)
        .filter(userId -> !userId.equals(about))
        .forEach(
            userId ->
                tell(
                    event,
                    event + ":" + companyId + ":" + about + ":" + clock.instant(),
                    userId,
                    title,
                    List.of(paragraph),
                    new Notice.Action("See the members", "/company/settings/members")));
  }

  private void tell(
      String event,
      String key,
      UUID person,
      String title,
      List<String> paragraphs,
      Notice.@Nullable Action action) {
    notifications.tell(
        new Notice(
            event,
            key,
            NoticeKind.ACCOUNT,
            new Audience.Person(person),
            title,
            paragraphs,
            action,
            Map.of()));
  }

  /** To an address: it may not be the account's yet, and what it says isn't for the app. */
  private void mail(
      String event,
      String email,
      String name,
      String title,
      List<String> paragraphs,
      Notice.Action action) {
    String key = event + ":" + HexFormat.of().formatHex(Secrets.sha256(action.path()), 0, 12);
    notifications.tell(
        new Notice(
            event,
            key,
            NoticeKind.ACCOUNT,
            new Audience.Address(email, name),
            title,
            paragraphs,
            action,
            Map.of()));
  }

  private String company(UUID id) {
    return platform.ask(
        () -> companies.find(id).map(Companies.Company::name).orElse("the company"));
  }

  private String person(UUID id) {
    return platform.ask(() -> users.find(id).map(Users.User::displayName).orElse("Somebody"));
  }
}
