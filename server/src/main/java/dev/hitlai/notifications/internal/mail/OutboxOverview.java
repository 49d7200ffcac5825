package dev.hitlai.notifications.internal.mail;

import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.notifications.internal.AfterCommit;
import dev.hitlai.notifications.internal.jooq.tables.records.EmailOutboxRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as administrators see it. */
@Component
public class OutboxOverview {
  private final DSLContext sql;
  private final MailSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OutboxOverview(
      DSLContext sql, MailSettings settings, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** A mail without its content. */
  public record Row(
      UUID id,
      String to,
      String subject,
      String status,
      int attempts,
      @Nullable String error,
      Instant createdAt,
      Instant nextAttemptAt,
      @Nullable Instant sentAt) {}

  /**
   * @param text null when it isn't shown: links of accounts are the reader's once mails are sent
   */
  public record Mail(
      Row row, @Nullable String text, @Nullable String html, @Nullable String unsubscribeUrl) {}

  /** Whether mails leave this server; else they are only read here. */
  public boolean sends() {
    return settings.sends();
  }

  /**
   * @param status null for all
   * @param search part of the address or the subject; blank for all
   */
  @Transactional(readOnly = true)
  public List<Row> list(@Nullable String status, String search, int limit, long offset) {
    return sql.selectFrom(EMAIL_OUTBOX)
        .where(where(status, search))
        .orderBy(EMAIL_OUTBOX.CREATED_AT.desc(), EMAIL_OUTBOX.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(OutboxOverview::row);
  }

  @Transactional(readOnly = true)
  public long count(@Nullable String status, String search) {
    return sql.fetchCount(EMAIL_OUTBOX, where(status, search));
  }

  @Transactional(readOnly = true)
  public Map<String, Integer> byStatus() {
    return sql.select(EMAIL_OUTBOX.STATUS, DSL.count())
        .from(EMAIL_OUTBOX)
        .groupBy(EMAIL_OUTBOX.STATUS)
        .fetchMap(EMAIL_OUTBOX.STATUS, DSL.count());
  }

  @Transactional(readOnly = true)
  public Mail find(UUID id) {
    return sql.selectFrom(EMAIL_OUTBOX)
        .where(EMAIL_OUTBOX.ID.eq(id))
        .fetchOptional(this::mail)
        .orElseThrow(() -> ApiProblem.notFound("No mail has this id."));
  }

  /** Lets a dead mail, or one that waits for its next attempt, try again now. */
  @Transactional
  public void retry(UUID id) {
    int found =
        sql.update(EMAIL_OUTBOX)
            .set(EMAIL_OUTBOX.STATUS, "waiting")
            .set(EMAIL_OUTBOX.ATTEMPTS, 0)
            .set(EMAIL_OUTBOX.NEXT_ATTEMPT_AT, clock.instant())
            .where(EMAIL_OUTBOX.ID.eq(id))
            .and(EMAIL_OUTBOX.STATUS.ne("sent"))
            .execute();
    if (found == 0) {
      throw ApiProblem.notFound("No mail that isn't sent has this id.");
    }
    AfterCommit.run(Outbox.MailWaits.class, () -> events.publishEvent(new Outbox.MailWaits()));
  }

  private Mail mail(EmailOutboxRecord row) {
    boolean secret = row.getKind().equals("account") && settings.sends();
    boolean readable = !secret && !row.getBodyText().isEmpty();
    return new Mail(
        row(row),
        readable ? row.getBodyText() : null,
        readable ? row.getBodyHtml() : null,
        row.getUnsubscribeUrl());
  }

  private static Row row(EmailOutboxRecord row) {
    return new Row(
        row.getId(),
        row.getToAddress(),
        row.getSubject(),
        row.getStatus(),
        row.getAttempts(),
        row.getLastError(),
        row.getCreatedAt(),
        row.getNextAttemptAt(),
        row.getSentAt());
  }

  private static Condition where(@Nullable String status, String search) {
    var condition = status == null ? DSL.noCondition() : EMAIL_OUTBOX.STATUS.eq(status);
    if (search.isBlank()) {
      return condition;
    }
    String text = search.strip();
    return condition.and(
        EMAIL_OUTBOX
            .TO_ADDRESS
            .containsIgnoreCase(text)
            .or(EMAIL_OUTBOX.SUBJECT.containsIgnoreCase(text)));
  }
}
