package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static org.jooq.impl.DSL.count;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the platform measures about the truth of its findings, from people's verdicts. */
@Component
public class PlatformTargets {
  private final DSLContext sql;

  PlatformTargets(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Verdicts of people on findings of the AI.
   *
   * @param confirmed verdicts that agree
   * @param overridden verdicts that say otherwise, whatever way
   */
  public record Verdicts(long all, long confirmed, long overridden) {}

  @Transactional(readOnly = true)
  public Verdicts read() {
    var verdicts =
        sql.select(ISSUES.VERDICT, count())
            .from(ISSUES)
            .where(ISSUES.VERDICT.isNotNull())
            .and(ISSUES.SOURCE.in("ai", "both"))
            .groupBy(ISSUES.VERDICT)
            .fetchMap(ISSUES.VERDICT, row -> row.value2().longValue());
    long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
    long confirmed = verdicts.getOrDefault("confirmed", 0L);
    // A duplicate is true, only told twice.
    long agreed = confirmed + verdicts.getOrDefault("duplicate", 0L);
    return new Verdicts(all, agreed, all - agreed);
  }
}
