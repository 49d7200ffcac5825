package dev.hitlai.notifications.internal.centre;

import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_ITEMS;
import static dev.hitlai.notifications.internal.jooq.Tables.DIGEST_SETTINGS;

import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.jooq.tables.records.DigestItemsRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what people want to read once a day. */
@Component
public class Digests {
  private final DSLContext sql;
  private final Clock clock;

  Digests(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Inside the transaction of the fact. */
  public void add(UUID userId, Notice notice) {
    var action = notice.action();
    sql.insertInto(DIGEST_ITEMS)
        .set(DIGEST_ITEMS.USER_ID, userId)
        .set(DIGEST_ITEMS.KIND, notice.kind().code())
        .set(DIGEST_ITEMS.EVENT, notice.event())
        .set(DIGEST_ITEMS.TITLE, notice.title())
        .set(DIGEST_ITEMS.PARAGRAPHS, notice.paragraphs().toArray(String[]::new))
        .set(DIGEST_ITEMS.ACTION_LABEL, action == null ? null : action.label())
        .set(DIGEST_ITEMS.ACTION_PATH, action == null ? null : action.path())
        .set(DIGEST_ITEMS.DUE_AT, timeOf(userId).after(clock.instant()))
        .set(DIGEST_ITEMS.CREATED_AT, clock.instant())
        .execute();
  }

  @Transactional(readOnly = true)
  public DigestTime timeOf(UUID userId) {
    return sql.selectFrom(DIGEST_SETTINGS)
        .where(DIGEST_SETTINGS.USER_ID.eq(userId))
        .fetchOptional(row -> DigestTime.of(row.getHour(), row.getTimeZone()))
        .orElse(DigestTime.USUAL);
  }

  /** What waits already comes at the new hour too. */
  @Transactional
  public void change(UUID userId, DigestTime time) {
    sql.insertInto(DIGEST_SETTINGS)
        .set(DIGEST_SETTINGS.USER_ID, userId)
        .set(DIGEST_SETTINGS.HOUR, time.hour())
        .set(DIGEST_SETTINGS.TIME_ZONE, time.zone().getId())
        .set(DIGEST_SETTINGS.CREATED_AT, clock.instant())
        .onConflict(DIGEST_SETTINGS.USER_ID)
        .doUpdate()
        .set(DIGEST_SETTINGS.HOUR, time.hour())
        .set(DIGEST_SETTINGS.TIME_ZONE, time.zone().getId())
        .execute();
    sql.update(DIGEST_ITEMS)
        .set(DIGEST_ITEMS.DUE_AT, time.after(clock.instant()))
        .where(DIGEST_ITEMS.USER_ID.eq(userId))
        .execute();
  }

  /** Forgets what waits of kinds that somebody wants no mail of. */
  @Transactional
  public void drop(UUID userId, Collection<NoticeKind> kinds) {
    sql.deleteFrom(DIGEST_ITEMS)
        .where(DIGEST_ITEMS.USER_ID.eq(userId))
        .and(DIGEST_ITEMS.KIND.in(kinds.stream().map(NoticeKind::code).toList()))
        .execute();
  }

  /** Some people whose hour has come. */
  @Transactional(readOnly = true)
  public List<UUID> due(int most) {
    return sql.selectDistinct(DIGEST_ITEMS.USER_ID)
        .from(DIGEST_ITEMS)
        .where(DIGEST_ITEMS.DUE_AT.le(clock.instant()))
        .limit(most)
        .fetch(DIGEST_ITEMS.USER_ID);
  }

  /**
   * Takes what is due for a person, the gravest kind first; in the transaction that writes the
   * mail. Of two servers that take at once, one gets nothing.
   */
  public List<Entry> take(UUID userId) {
    Map<UUID, Entry> taken =
        sql.deleteFrom(DIGEST_ITEMS)
            .where(DIGEST_ITEMS.USER_ID.eq(userId))
            .and(DIGEST_ITEMS.DUE_AT.le(clock.instant()))
            .returning()
            .fetchMap(DIGEST_ITEMS.ID, Digests::entry);
    // Ids are made in the order of time.
    return taken.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<UUID, Entry> one) -> one.getValue().kind() != NoticeKind.FINDINGS)
                .thenComparing(one -> one.getKey().toString()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Something that happened. */
  public record Entry(
      NoticeKind kind,
      String title,
      List<String> paragraphs,
      Notice.@org.jspecify.annotations.Nullable Action action) {}

  private static Entry entry(DigestItemsRecord row) {
    return new Entry(
        NoticeKind.of(row.getKind()),
        row.getTitle(),
        List.of(row.getParagraphs()),
        row.getActionLabel() == null
            ? null
            : new Notice.Action(row.getActionLabel(), row.getActionPath()));
  }
}
