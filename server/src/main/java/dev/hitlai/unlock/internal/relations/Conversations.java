package dev.hitlai.unlock.internal.relations;

import static dev.hitlai.unlock.internal.jooq.Tables.CONVERSATIONS;
import static dev.hitlai.unlock.internal.jooq.Tables.MESSAGES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.UserType;
import dev.hitlai.unlock.internal.jooq.tables.records.ConversationsRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages between companies and us. */
@Component
public class Conversations {
  private static final int SHOWN = 100;

  private final DSLContext sql;
  private final FeatureGate gate;
  private final MessageNotices notices;
  private final Clock clock;

  Conversations(DSLContext sql, FeatureGate gate, MessageNotices notices, Clock clock) {
    this.sql = sql;
    this.gate = gate;
    this.notices = notices;
    this.clock = clock;
  }

  /** What it is about, which decides whom it reaches. */
  public enum Topic {
    SUPPORT,
    ACCOUNT_MANAGER;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param priority the company had priority support when it wrote
   * @param status open, answered or closed
   */
  public record Conversation(
      UUID id,
      UUID companyId,
      Topic topic,
      String subject,
      boolean priority,
      String status,
      Instant lastMessageAt) {}

  public record Message(String author, boolean fromCompany, String body, Instant at) {}

  /** A company's conversations about a topic, the latest first. */
  @Transactional(readOnly = true)
  public List<Conversation> of(UUID companyId, Topic topic) {
    return list(
        CONVERSATIONS.COMPANY_ID.eq(companyId).and(CONVERSATIONS.TOPIC.eq(topic.code())), false);
  }

  /** Of every company: what waits for an answer first, priority before the rest, oldest first. */
  @Transactional(readOnly = true)
  public List<Conversation> queue() {
    return list(DSL.noCondition(), true);
  }

  @Transactional(readOnly = true)
  public Conversation find(UUID id) {
    return sql.selectFrom(CONVERSATIONS)
        .where(CONVERSATIONS.ID.eq(id))
        .fetchOptional(Conversations::conversation)
        .orElseThrow(() -> ApiProblem.notFound("No conversation has this id."));
  }

  @Transactional(readOnly = true)
  public List<Message> messages(UUID conversationId) {
    return sql.selectFrom(MESSAGES)
        .where(MESSAGES.CONVERSATION_ID.eq(conversationId))
        .orderBy(MESSAGES.CREATED_AT, MESSAGES.ID)
        .fetch(
            row ->
                new Message(
                    row.getAuthorName(), row.getFromCompany(), row.getBody(), row.getCreatedAt()));
  }

  /** Begins one; it has priority when the company has priority support. */
  @Transactional
  public UUID begin(CurrentUser by, Topic topic, String subject, String body) {
    if (subject.isBlank() || subject.strip().length() > 200) {
      throw ApiProblem.invalid("subject", "must have 1 to 200 characters");
    }
    requireText(body);
    UUID company = by.requireCompany();
    boolean priority = gate.isOpen(company, FeatureKey.PRIORITY_SUPPORT);
    var made =
        sql.insertInto(CONVERSATIONS)
            .set(CONVERSATIONS.COMPANY_ID, company)
            .set(CONVERSATIONS.TOPIC, topic.code())
            .set(CONVERSATIONS.SUBJECT, subject.strip())
            .set(CONVERSATIONS.IS_PRIORITY, priority)
            .set(CONVERSATIONS.LAST_MESSAGE_AT, clock.instant())
            .set(CONVERSATIONS.CREATED_BY, by.userId())
            .returning()
            .fetchSingle(Conversations::conversation);
    write(made, by, body);
    return made.id();
  }

  /** Adds a message; one from the company opens the conversation again, one from us answers it. */
  @Transactional
  public void reply(CurrentUser by, UUID id, String body) {
    requireText(body);
    var conversation = find(id);
    boolean ours = by.type() == UserType.ADMIN;
    sql.update(CONVERSATIONS)
        .set(CONVERSATIONS.STATUS, ours ? "answered" : "open")
        .set(CONVERSATIONS.LAST_MESSAGE_AT, clock.instant())
        .where(CONVERSATIONS.ID.eq(id))
        .execute();
    write(conversation, by, body);
  }

  @Transactional
  public void close(UUID id) {
    find(id);
    sql.update(CONVERSATIONS)
        .set(CONVERSATIONS.STATUS, "closed")
        .where(CONVERSATIONS.ID.eq(id))
        .execute();
  }

  private void write(Conversation to, CurrentUser by, String body) {
    boolean ours = by.type() == UserType.ADMIN;
    UUID message =
        sql.insertInto(MESSAGES)
            .set(MESSAGES.CONVERSATION_ID, to.id())
            .set(MESSAGES.COMPANY_ID, to.companyId())
            .set(MESSAGES.AUTHOR_ID, by.userId())
            .set(MESSAGES.AUTHOR_NAME, by.displayName())
            .set(MESSAGES.FROM_COMPANY, !ours)
            .set(MESSAGES.BODY, body.strip())
            .set(MESSAGES.CREATED_AT, clock.instant())
            .returning(MESSAGES.ID)
            .fetchSingle(MESSAGES.ID);
    notices.tell(to, message, by, body.strip());
  }

  private static void requireText(String body) {
    if (body.isBlank() || body.strip().length() > 5000) {
      throw ApiProblem.invalid("body", "must have 1 to 5,000 characters");
    }
  }

  private List<Conversation> list(Condition which, boolean asQueue) {
    var latest = CONVERSATIONS.LAST_MESSAGE_AT;
    var query = sql.selectFrom(CONVERSATIONS).where(which);
    var ordered =
        asQueue
            ? query.orderBy(
                DSL.field(CONVERSATIONS.STATUS.ne("open")),
                CONVERSATIONS.IS_PRIORITY.desc(),
                latest.asc())
            : query.orderBy(latest.desc());
    return ordered.limit(SHOWN).fetch(Conversations::conversation);
  }

  private static Conversation conversation(ConversationsRecord row) {
    return new Conversation(
        row.getId(),
        row.getCompanyId(),
        Topic.valueOf(row.getTopic().toUpperCase(java.util.Locale.ROOT)),
        row.getSubject(),
        row.getIsPriority(),
        row.getStatus(),
        row.getLastMessageAt());
  }
}
