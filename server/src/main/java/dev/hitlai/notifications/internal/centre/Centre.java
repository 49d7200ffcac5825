package dev.hitlai.notifications.internal.centre;

import static dev.hitlai.notifications.internal.jooq.Tables.NOTIFICATIONS_;

import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people read behind the bell. */
@Component
public class Centre {
  private final DSLContext sql;
  private final Clock clock;

  Centre(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A notice to one person. */
  public record Item(
      UUID id,
      String kind,
      String event,
      String title,
      List<String> paragraphs,
      @Nullable String actionLabel,
      @Nullable String actionPath,
      Instant createdAt,
      @Nullable Instant readAt) {

    public boolean unread() {
      return readAt == null;
    }
  }

  /**
   * Which notices to show.
   *
   * @param kind null for all
   */
  public record Filter(@Nullable NoticeKind kind, boolean unreadOnly) {
    public static final Filter EVERYTHING = new Filter(null, false);
  }

  /** Inside the transaction of the fact. */
  public void add(UUID userId, Notice notice) {
    var action = notice.action();
    sql.insertInto(NOTIFICATIONS_)
        .set(NOTIFICATIONS_.USER_ID, userId)
        .set(NOTIFICATIONS_.KIND, notice.kind().code())
        .set(NOTIFICATIONS_.EVENT, notice.event())
        .set(NOTIFICATIONS_.TITLE, notice.title())
        .set(NOTIFICATIONS_.PARAGRAPHS, notice.paragraphs().toArray(String[]::new))
        .set(NOTIFICATIONS_.ACTION_LABEL, action == null ? null : action.label())
        .set(NOTIFICATIONS_.ACTION_PATH, action == null ? null : action.path())
        .set(NOTIFICATIONS_.CREATED_AT, clock.instant())
        .execute();
  }

  @Transactional(readOnly = true)
  public long unread(UUID userId) {
    return sql.fetchCount(NOTIFICATIONS_, of(userId, new Filter(null, true)));
  }

  @Transactional(readOnly = true)
  public long count(UUID userId, Filter filter) {
    return sql.fetchCount(NOTIFICATIONS_, of(userId, filter));
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Item> list(UUID userId, Filter filter, int limit, long offset) {
    return sql.selectFrom(NOTIFICATIONS_)
        .where(of(userId, filter))
        .orderBy(NOTIFICATIONS_.CREATED_AT.desc(), NOTIFICATIONS_.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(
            row ->
                new Item(
                    row.getId(),
                    row.getKind(),
                    row.getEvent(),
                    row.getTitle(),
                    List.of(row.getParagraphs()),
                    row.getActionLabel(),
                    row.getActionPath(),
                    row.getCreatedAt(),
                    row.getReadAt()));
  }

  /** Where a notice leads; marks it as read on the way. Null when it leads nowhere. */
  @Transactional
  public @Nullable String open(UUID userId, UUID id) {
    read(userId, List.of(id));
    return sql.select(NOTIFICATIONS_.ACTION_PATH)
        .from(NOTIFICATIONS_)
        .where(NOTIFICATIONS_.USER_ID.eq(userId).and(NOTIFICATIONS_.ID.eq(id)))
        .fetchOne(NOTIFICATIONS_.ACTION_PATH);
  }

  /** Marks as read those of them that are the person's and unread; says how many. */
  @Transactional
  public int read(UUID userId, Collection<UUID> ids) {
    return mark(of(userId, new Filter(null, true)).and(NOTIFICATIONS_.ID.in(ids)));
  }

  @Transactional
  public int readAll(UUID userId) {
    return mark(of(userId, new Filter(null, true)));
  }

  private int mark(Condition which) {
    return sql.update(NOTIFICATIONS_)
        .set(NOTIFICATIONS_.READ_AT, clock.instant())
        .where(which)
        .execute();
  }

  /** How many went because they are too old for anybody to look for. */
  @Transactional
  public int forget(Duration age) {
    return sql.deleteFrom(NOTIFICATIONS_)
        .where(NOTIFICATIONS_.CREATED_AT.lt(clock.instant().minus(age)))
        .execute();
  }

  private static Condition of(UUID userId, Filter filter) {
    var condition = NOTIFICATIONS_.USER_ID.eq(userId);
    if (filter.kind() != null) {
      condition = condition.and(NOTIFICATIONS_.KIND.eq(filter.kind().code()));
    }
    return filter.unreadOnly() ? condition.and(NOTIFICATIONS_.READ_AT.isNull()) : condition;
  }
}
