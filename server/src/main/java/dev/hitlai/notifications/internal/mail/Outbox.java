package dev.hitlai.notifications.internal.mail;

import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;

import dev.hitlai.notifications.MailRefused;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.AfterCommit;
import dev.hitlai.notifications.internal.jooq.tables.records.EmailOutboxRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that wait, and what became of the others. */
@Component
public class Outbox {
  /** Longer than a server takes to send one; then another server may try. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  /**
   * What waited so long, for a server to be configured or to be back, is no news any more, and a
   * link in it works no more. What happened to an account is told however late it is.
   */
  private static final Duration OLDEST = Duration.ofDays(3);

  /** Mails about accounts that are nothing but their link, which doesn't last, or a greeting. */
  private static final List<String> PASSING =
      List.of(
          "account.email_verification",
          "account.password_forgotten",
          "account.invitation",
          "account.welcome");

  private static final int LONGEST_ERROR = 1000;

  private final DSLContext sql;
  private final Clock clock;
  private final MailSettings settings;
  private final ApplicationEventPublisher events;

  Outbox(DSLContext sql, Clock clock, MailSettings settings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
    this.events = events;
  }

  /** A mail waits: an impatience, not a fact, since the job would find it by itself. */
  record MailWaits() {}

  record NewMail(
      @Nullable UUID userId,
      NoticeKind kind,
      String event,
      String toAddress,
      String toName,
      String subject,
      String text,
      String html,
      @Nullable String unsubscribeUrl) {}

  /** A mail that a server has taken to send. */
  record Claimed(
      UUID id,
      NoticeKind kind,
      String toAddress,
      String toName,
      String subject,
      String text,
      String html,
      @Nullable String unsubscribeUrl,
      int attempts) {}

  /** Inside the transaction of the fact. */
  void put(NewMail mail) {
    sql.insertInto(EMAIL_OUTBOX)
        .set(EMAIL_OUTBOX.USER_ID, mail.userId())
        .set(EMAIL_OUTBOX.KIND, mail.kind().code())
        .set(EMAIL_OUTBOX.EVENT, mail.event())
        .set(EMAIL_OUTBOX.TO_ADDRESS, mail.toAddress())
        .set(EMAIL_OUTBOX.TO_NAME, mail.toName())
        .set(EMAIL_OUTBOX.SUBJECT, mail.subject())
        .set(EMAIL_OUTBOX.BODY_TEXT, mail.text())
        .set(EMAIL_OUTBOX.BODY_HTML, mail.html())
        .set(EMAIL_OUTBOX.UNSUBSCRIBE_URL, mail.unsubscribeUrl())
        .set(EMAIL_OUTBOX.NEXT_ATTEMPT_AT, clock.instant())
        .set(EMAIL_OUTBOX.CREATED_AT, clock.instant())
        .execute();
    AfterCommit.run(MailWaits.class, () -> events.publishEvent(new MailWaits()));
  }

  /** Takes the mail that waits longest; no other server takes it for a while. */
  @Transactional
  public Optional<Claimed> claim() {
    Instant now = clock.instant();
    var waiting =
        sql.selectFrom(EMAIL_OUTBOX)
            .where(EMAIL_OUTBOX.STATUS.eq("waiting"))
            .and(EMAIL_OUTBOX.NEXT_ATTEMPT_AT.le(now))
            .and(isTooOld(now).not())
            .and(EMAIL_OUTBOX.CLAIMED_UNTIL.isNull().or(EMAIL_OUTBOX.CLAIMED_UNTIL.le(now)))
            .orderBy(EMAIL_OUTBOX.NEXT_ATTEMPT_AT)
            .limit(1)
            .forUpdate()
            .skipLocked()
            .fetchOptional();
    waiting.ifPresent(
        row -> {
          row.setClaimedUntil(now.plus(CLAIM));
          row.setAttempts(row.getAttempts() + 1);
          row.store();
        });
    return waiting.map(Outbox::claimed);
  }

  private static Claimed claimed(EmailOutboxRecord row) {
    return new Claimed(
        row.getId(),
        NoticeKind.of(row.getKind()),
        row.getToAddress(),
        row.getToName(),
        row.getSubject(),
        row.getBodyText(),
        row.getBodyHtml(),
        row.getUnsubscribeUrl(),
        row.getAttempts());
  }

  @Transactional
  public void sent(Claimed mail) {
    var update =
        sql.update(EMAIL_OUTBOX)
            .set(EMAIL_OUTBOX.STATUS, "sent")
            .set(EMAIL_OUTBOX.SENT_AT, clock.instant())
            .setNull(EMAIL_OUTBOX.CLAIMED_UNTIL)
            .setNull(EMAIL_OUTBOX.LAST_ERROR);
    if (!mail.kind().isOptional()) {
      // Links of accounts work for whoever has them; only the reader should.
      update = update.set(EMAIL_OUTBOX.BODY_TEXT, "").set(EMAIL_OUTBOX.BODY_HTML, "");
    }
    update.where(EMAIL_OUTBOX.ID.eq(mail.id())).execute();
  }

  /**
   * @param forGood whether trying again can't help, because the address or mail itself was refused
   */
  @Transactional
  public void failed(Claimed mail, String why, boolean forGood) {
    boolean dead = forGood || mail.attempts() >= settings.attempts();
    sql.update(EMAIL_OUTBOX)
        .set(EMAIL_OUTBOX.STATUS, dead ? "dead" : "waiting")
        .set(EMAIL_OUTBOX.NEXT_ATTEMPT_AT, clock.instant().plus(pauseAfter(mail.attempts())))
        .set(EMAIL_OUTBOX.LAST_ERROR, why.substring(0, Math.min(LONGEST_ERROR, why.length())))
        .setNull(EMAIL_OUTBOX.CLAIMED_UNTIL)
        .where(EMAIL_OUTBOX.ID.eq(mail.id()))
        .execute();
    if (forGood) {
      events.publishEvent(new MailRefused(mail.toAddress(), why));
    }
  }

  /** 1, 2, 4 … minutes, at most 4 hours: eight attempts take a little more than two hours. */
  static Duration pauseAfter(int attempts) {
    long minutes = 1L << Math.clamp(attempts - 1, 0, 8);
    return Duration.ofMinutes(Math.min(minutes, 240));
  }

  private static Condition isTooOld(Instant now) {
    return EMAIL_OUTBOX
        .NEXT_ATTEMPT_AT
        .le(now.minus(OLDEST))
        .and(EMAIL_OUTBOX.KIND.ne(NoticeKind.ACCOUNT.code()).or(EMAIL_OUTBOX.EVENT.in(PASSING)));
  }

  /** Ends what waited too long where mails are sent, and forgets what is old. */
  @Transactional
  public int forget() {
    Instant now = clock.instant();
    if (settings.sends()) {
      sql.update(EMAIL_OUTBOX)
          .set(EMAIL_OUTBOX.STATUS, "dead")
          .set(
              EMAIL_OUTBOX.LAST_ERROR,
              "It waited for more than 3 days; try it again to send it all the same.")
          .where(EMAIL_OUTBOX.STATUS.eq("waiting"))
          .and(isTooOld(now))
          .execute();
    }
    return sql.deleteFrom(EMAIL_OUTBOX)
        .where(EMAIL_OUTBOX.CREATED_AT.lt(now.minus(Duration.ofDays(settings.keepDays()))))
        .execute();
  }
}
