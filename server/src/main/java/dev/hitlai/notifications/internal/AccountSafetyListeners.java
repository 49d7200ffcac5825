package dev.hitlai.notifications.internal;

import dev.hitlai.identity.AccountSafetyChanged;
import dev.hitlai.identity.ClosingScheduled;
import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.identity.ErasureScheduled;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what happened to the safety of their account, at the address it had then: whoever
 * took an account over must not be the only one who reads of it.
 */
@Component
class AccountSafetyListeners {
  private static final String ALARM =
      "If it wasn't you, choose a new password at once by \"Forgot your password?\" on the login"
          + " page.";

  private final Notifications notifications;
  private final Clock clock;

  AccountSafetyListeners(Notifications notifications, Clock clock) {
    this.notifications = notifications;
    this.clock = clock;
  }

  private record Words(String title, List<String> paragraphs, Notice.@Nullable Action action) {}

  @EventListener
  @Transactional
  public void on(AccountSafetyChanged changed) {
    Words words = words(changed.change());
    mail(changed.userId(), changed.email(), changed.name(), event(changed.change()), words);
  }

  @EventListener
  @Transactional
  public void on(ErasureScheduled scheduled) {
    mail(
        scheduled.userId(),
        scheduled.email(),
        scheduled.name(),
        "account.erasure_scheduled",
        new Words(
            "Your account will be erased on " + day(scheduled.at()),
            List.of(
                "You asked us to erase your account. Until that day you can call it off, with the"
                    + " button or on the page of your account.",
                "If it wasn't you, call it off and choose a new password."),
            new Notice.Action("Keep the account", scheduled.cancelPath())));
  }

  @EventListener
  @Transactional
  public void on(ClosingScheduled scheduled) {
    notifications.tell(
        new Notice(
            "account.company_closing",
            "closing:" + scheduled.companyId() + ":" + scheduled.at(),
            NoticeKind.ACCOUNT,
            new Audience.Company(scheduled.companyId()),
            scheduled.companyName() + " will be closed on " + day(scheduled.at()),
            List.of(
                scheduled.by()
                    + " asked us to close the company. From that day on nobody can work in it, and"
                    + " its keys stop working. Until then an owner can call it off."),
            new Notice.Action("See what that means", "/company/settings/closing"),
            Map.of()));
  }

  @EventListener
  @Transactional
  public void on(CompanyClosed closed) {
    notifications.tell(
        new Notice(
            "account.company_closed",
            "closed:" + closed.companyId(),
            NoticeKind.ACCOUNT,
            new Audience.Company(closed.companyId()),
            closed.companyName() + " is closed",
            List.of(
                "Its tests are over, its keys and webhooks work no more, and its invoices are"
                    + " kept.",
                "Your own account stays. You can log in with it, create another company, or have it"
                    + " erased."),
            new Notice.Action("See your companies", "/account/companies"),
            Map.of()));
  }

  private static String event(AccountSafetyChanged.Change change) {
    return "account." + change.name().toLowerCase(Locale.ROOT);
  }

  private static Words words(AccountSafetyChanged.Change change) {
    var login = new Notice.Action("Go to the login", "/login");
    var safety = new Notice.Action("See your security", "/account/security");
    return switch (change) {
      case PASSWORD_RESET ->
          new Words(
              "Your password was changed",
              List.of(
                  "Somebody, most likely you, chose a new password by the link we sent to this"
                      + " address. You are signed out everywhere.",
                  "If it wasn't you, somebody reads your mail: change its password first, then the"
                      + " one here."),
              login);
      case EMAIL_CHANGED ->
          new Words(
              "Your account has another e-mail address",
              List.of(
                  "From now on your account has another address, and this one no longer belongs to"
                      + " it.",
                  "If it wasn't you, answer this mail at once."),
              null);
      case SECOND_FACTOR_ON ->
          new Words(
              "Your second factor is on",
              List.of("From now on logging in takes a code of your authenticator.", ALARM),
              safety);
      case SECOND_FACTOR_OFF ->
          new Words(
              "Your second factor is off",
              List.of("From now on your password alone is enough to log in.", ALARM),
              safety);
      case SECOND_FACTOR_REMOVED ->
          new Words(
              "An administrator removed your second factor",
              List.of(
                  "You are signed out everywhere, and from now on your password alone is enough to"
                      + " log in. Set a new second factor up as soon as you can.",
                  "If you didn't ask us for that, choose a new password at once by \"Forgot your"
                      + " password?\" on the login page, and answer this mail."),
              login);
      case RECOVERY_CODES_RENEWED ->
          new Words(
              "You have new recovery codes",
              List.of("The earlier ones work no more.", ALARM),
              safety);
      case RECOVERY_CODE_USED ->
          new Words(
              "A recovery code was used to log in",
              List.of("It stood in for your authenticator and works no more.", ALARM),
              safety);
      case ERASED ->
          new Words(
              "Your account is erased",
              List.of(
                  "As you asked, nothing with us says any more who you were. This is the last mail"
                      + " you get from us; we forget this address with it."),
              null);
    };
  }

  private void mail(UUID person, String email, String name, String event, Words words) {
    notifications.tell(
        new Notice(
            event,
            event + ":" + person + ":" + clock.instant(),
            NoticeKind.ACCOUNT,
            new Audience.Address(email, name),
            words.title(),
            words.paragraphs(),
            words.action(),
            Map.of()));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
