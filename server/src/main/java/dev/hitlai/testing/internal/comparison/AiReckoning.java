package dev.hitlai.testing.internal.comparison;

import dev.hitlai.testers.AiPerformances;
import dev.hitlai.testers.AiPerformances.Period;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.Comparisons;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reckons how AI testers did from the runs themselves, anew each time: verdicts come late, and
 * doing it again gives the same. Works as the platform.
 */
@Component
public class AiReckoning {
  /** So long after a test verdicts and disputes still change its figures by themselves. */
  private static final Duration RECENT = Duration.ofDays(35);

  private final DSLContext sql;
  private final Comparisons comparisons;
  private final AiPerformances performances;
  private final AiTesters testers;
  private final Clock clock;

  AiReckoning(
      DSLContext sql,
      Comparisons comparisons,
      AiPerformances performances,
      AiTesters testers,
      Clock clock) {
    this.sql = sql;
    this.comparisons = comparisons;
    this.performances = performances;
    this.testers = testers;
    this.clock = clock;
  }

  /** Periods of this month and those before it that may still change. */
  @Transactional
  public void recent() {
    since(AiFigures.start(Period.MONTH, clock.instant().minus(RECENT)));
  }

  @Transactional
  public void everything() {
    since(Instant.EPOCH);
  }

  private void since(Instant since) {
    // One at a time, so that two servers don't both write the same periods.
    sql.fetch("select pg_advisory_xact_lock(hashtextextended('testing.ai-figures', 0))");
    var contests =
        comparisons.since(since).stream()
            .collect(Collectors.groupingBy(one -> one.facts().aiRunId()));
    performances.replace(since, AiFigures.of(runs(since), contests, since));
    sql.fetch(
            "select tester_id, count(*) from testing.test_runs where status = 'completed' and"
                + " tester_id is not null and tester_category <> 'human' group by 1")
        .forEach(row -> testers.completed(row.get(0, UUID.class), row.get(1, Integer.class)));
  }

  private List<AiFigures.Run> runs(Instant since) {
    return sql.fetch(
            """
            select r.id, r.tester_id, r.ai_model_provider::text, r.ai_model_version, r.completed_at,
              extract(epoch from coalesce(r.paused_at, r.completed_at) - r.started_at)::numeric / 60,
              (select (c->>'priceUsd')::numeric from jsonb_array_elements(r.tester_selection->'considered') c
                where (c->>'chosen')::boolean),
              r.ai_tokens_used,
              count(i.id) filter (where i.source <> 'human'),
              count(i.id) filter (where i.source <> 'human' and (i.verdict is not null or r.test_type = 'hybrid')),
              count(i.id) filter (where i.source <> 'human' and i.verdict = 'false_positive'),
              count(i.id) filter (where i.source <> 'human' and i.verdict in ('corrected', 'duplicate')),
              count(i.id) filter (where i.source = 'human' and r.test_type = 'hybrid' and i.verdict is distinct from 'false_positive')
            from testing.test_runs r
            left join testing.issues i on i.test_run_id = r.id
            where r.status = 'completed' and r.tester_id is not null and r.tester_category <> 'human'
              and r.ai_model_provider is not null and r.ai_model_version is not null and r.completed_at >= {0}
            group by r.id
            order by r.completed_at, r.id
            """,
            DSL.val(since))
        .map(
            row ->
                new AiFigures.Run(
                    row.get(0, UUID.class),
                    row.get(1, UUID.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, Instant.class),
                    row.get(5, BigDecimal.class),
                    row.get(6, BigDecimal.class),
                    row.get(7, Integer.class),
                    row.get(8, Integer.class),
                    row.get(9, Integer.class),
                    row.get(10, Integer.class),
                    row.get(11, Integer.class),
                    row.get(12, Integer.class)));
  }
}
