package dev.hitlai.monitoring.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Applies the rules to the signals of all servers. */
@Component
public class Detection {
  /** Signals are written a second late, and clocks of servers differ a little. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private static final int SHOWN = 20;

  private final DSLContext sql;
  private final SecuritySettings settings;
  private final Raising raising;
  private final TransactionOperations transactions;
  private final Clock clock;

  Detection(
      DSLContext sql,
      SecuritySettings settings,
      Raising raising,
      TransactionOperations transactions,
      Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.raising = raising;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What a rule found.
   *
   * @param measure what was counted, {@code times} all signals together
   */
  record Found(
      Rule rule,
      String subject,
      long measure,
      long times,
      Instant first,
      Instant last,
      List<String> addresses,
      List<String> callers,
      List<String> details,
      @Nullable UUID userId,
      @Nullable UUID companyId) {}

  /** For a system's actor; a transaction for each rule. */
  public void run() {
    for (Rule rule : Rule.values()) {
      int count = settings.count(rule);
      if (count > 0) {
        transactions.executeWithoutResult(_ -> find(rule, count).forEach(raising::raise));
      }
    }
  }

  private List<Found> find(Rule rule, int count) {
    Instant now = clock.instant();
    String subject = rule.subject().sql;
    String found =
        """
        select %1$s as subject, %2$s as measure, sum(s.times) as times,
          min(s.created_at) as first_at, max(s.created_at) as last_at,
          array_agg(distinct host(s.ip_address)) filter (where s.ip_address is not null) as addresses,
          array_agg(distinct s.caller) as callers,
          array_agg(distinct s.detail) filter (where s.detail <> '') as details,
          case when count(distinct s.user_id) = 1 then min(s.user_id::text)::uuid end as user_id,
          case when count(distinct s.company_id) = 1 then min(s.company_id::text)::uuid end as company_id
        from monitoring.security_signals s
        where s.kind = {0} and s.created_at > {1} and s.created_at < {2} and {3} and %1$s is not null
          and not exists (
            select from monitoring.security_incidents i
            where i.rule = {4} and i.subject = %1$s and i.resolved_at is not null
              and (i.resolved_at >= s.created_at
                or i.status = 'false_positive' and i.resolved_at > {5}))
        group by 1
        having %2$s >= {6}
        """
            .formatted(subject, rule.measure().sql);
    return sql.fetch(
            found,
            DSL.val(rule.kind().code()),
            DSL.val(now.minus(settings.window(rule))),
            DSL.val(now.plus(LATE)),
            rule.details() == null
                ? DSL.trueCondition()
                : DSL.field("s.detail", String.class).in(rule.details()),
            DSL.val(rule.code()),
            DSL.val(now.minus(settings.quietAfterFalsePositive())),
            DSL.val(count))
        .map(row -> found(rule, row));
  }

  private static Found found(Rule rule, Record row) {
    return new Found(
        rule,
        row.get("subject", String.class),
        row.get("measure", Long.class),
        row.get("times", Long.class),
        row.get("first_at", Instant.class),
        row.get("last_at", Instant.class),
        texts(row, "addresses"),
        texts(row, "callers"),
        texts(row, "details"),
        row.get("user_id", UUID.class),
        row.get("company_id", UUID.class));
  }

  private static List<String> texts(Record row, String column) {
    String[] values = row.get(column, String[].class);
    return values == null ? List.of() : Arrays.stream(values).limit(SHOWN).toList();
  }
}
