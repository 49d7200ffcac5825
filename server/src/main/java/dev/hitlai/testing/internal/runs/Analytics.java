package dev.hitlai.testing.internal.runs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a company's tests say together, over the last twelve weeks. */
@Component
@Transactional(readOnly = true)
public class Analytics {
  /** How far back it looks. */
  public static final int WEEKS = 12;

  private static final int MOST = 10;

  private final DSLContext sql;
  private final Clock clock;

  Analytics(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** All parts. */
  public record Report(
      List<Week> weeks,
      Map<String, Long> categories,
      List<ByPersona> personas,
      List<Rule> rules,
      List<Recurring> recurring,
      Map<String, List<SiteScore>> sites) {
    public boolean isEmpty() {
      return personas.isEmpty() && rules.isEmpty() && sites.isEmpty();
    }
  }

  /**
   * @param monday the week's first day, UTC
   * @param bySeverity findings; severities without any are missing
   */
  public record Week(LocalDate monday, Map<String, Long> bySeverity) {
    public long of(String severity) {
      return bySeverity.getOrDefault(severity, 0L);
    }
  }

  /**
   * @param reached runs in which the mission was done
   * @param seconds median time of a completed run; null when none has both times
   * @param score mean, 0 to 100; null without any
   */
  public record ByPersona(
      String persona, long runs, long reached, @Nullable Double seconds, @Nullable Double score) {
    /** 0 to 1. */
    public double success() {
      return runs == 0 ? 0 : (double) reached / runs;
    }
  }

  /**
   * @param rule the audit's own name, or axe's
   * @param runs in how many runs it was broken
   */
  public record Rule(String rule, long findings, long runs) {}

  /** The same defect in several runs; {@code latest} leads to one of its findings. */
  public record Recurring(
      String title, String severity, long runs, Instant first, Instant last, UUID latest) {}

  /** The mean score of a site's runs in a week. */
  public record SiteScore(LocalDate monday, double score, long runs) {}

  public Report read(UUID companyId) {
    var since = clock.instant().minus(Duration.ofDays(7L * WEEKS));
    return new Report(
        weeks(companyId, since),
        categories(companyId, since),
        personas(companyId, since),
        rules(companyId, since),
        recurring(companyId, since),
        sites(companyId, since));
  }

  private List<Week> weeks(UUID company, Instant since) {
    var weeks = new LinkedHashMap<LocalDate, Map<String, Long>>();
    sql.fetch(
            """
            select week::date, i.severity, count(i.id)
            from generate_series(date_trunc('week', {1}::timestamptz at time zone 'UTC'), {2}::timestamptz at time zone 'UTC', interval '7 days') week
            left join testing.issues i on i.company_id = {0} and i.created_at >= {1}
              and date_trunc('week', i.created_at at time zone 'UTC') = week
            group by 1, 2 order by 1
            """,
            value(company), value(since), value(clock.instant()))
        .forEach(
            row -> {
              var week =
                  weeks.computeIfAbsent(row.get(0, LocalDate.class), _ -> new LinkedHashMap<>());
              String severity = row.get(1, String.class);
              if (severity != null) {
                week.put(severity, row.get(2, Long.class));
              }
            });
    return weeks.entrySet().stream().map(week -> new Week(week.getKey(), week.getValue())).toList();
  }

  private Map<String, Long> categories(UUID company, Instant since) {
    var found = new LinkedHashMap<String, Long>();
    sql.fetch(
            "select category, count(*) from testing.issues where company_id = {0} and created_at >="
                + " {1} group by 1 order by 2 desc, 1",
            value(company), value(since))
        .forEach(row -> found.put(row.get(0, String.class), row.get(1, Long.class)));
    return found;
  }

  private List<ByPersona> personas(UUID company, Instant since) {
    return sql.fetch(
            """
            select coalesce(persona->>'label', persona->>'name', 'A person'), count(*),
              count(*) filter (where outcome = 'done'),
              percentile_cont(0.5) within group (order by extract(epoch from completed_at - started_at)),
              avg(score)
            from testing.test_runs
            where company_id = {0} and status = 'completed' and completed_at >= {1}
            group by 1 order by 2 desc, 1
            """,
            value(company), value(since))
        .map(
            row ->
                new ByPersona(
                    row.get(0, String.class),
                    row.get(1, Long.class),
                    row.get(2, Long.class),
                    row.get(3, Double.class),
                    row.get(4, Double.class)));
  }

  private List<Rule> rules(UUID company, Instant since) {
    return sql.fetch(
            """
            select rule, count(*), count(distinct test_run_id)
            from testing.issues, unnest(rules) rule
            where company_id = {0} and created_at >= {1}
            group by 1 order by 2 desc, 1 limit {2}
            """,
            value(company), value(since), value(MOST))
        .map(
            row ->
                new Rule(row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class)));
  }

  private List<Recurring> recurring(UUID company, Instant since) {
    return sql.fetch(
            """
            select (array_agg(title order by created_at desc))[1],
              (array_agg(severity order by created_at desc))[1],
              count(distinct test_run_id), min(created_at), max(created_at),
              (array_agg(id order by created_at desc))[1]
            from testing.issues
            where company_id = {0} and created_at >= {1} and fingerprint is not null
            group by fingerprint having count(distinct test_run_id) > 1
            order by 3 desc, 5 desc limit {2}
            """,
            value(company), value(since), value(MOST))
        .map(
            row ->
                new Recurring(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, Long.class),
                    row.get(3, Instant.class),
                    row.get(4, Instant.class),
                    row.get(5, UUID.class)));
  }

  /** The sites with the most runs. */
  private Map<String, List<SiteScore>> sites(UUID company, Instant since) {
    var sites = new LinkedHashMap<String, List<SiteScore>>();
    sql.fetch(
            """
            with runs as (
              select substring(url from '^[a-z]+://([^/?#]+)') as site, score,
                date_trunc('week', completed_at at time zone 'UTC')::date as week
              from testing.test_runs
              where company_id = {0} and status = 'completed' and completed_at >= {1} and score is not null),
            busiest as (select site, count(*) as runs from runs where site is not null group by site order by 2 desc, 1 limit 5)
            select r.site, r.week, avg(r.score), count(*)
            from runs r join busiest b on b.site = r.site
            group by r.site, r.week, b.runs order by b.runs desc, r.site, r.week
            """,
            value(company), value(since))
        .forEach(
            row ->
                sites
                    .computeIfAbsent(row.get(0, String.class), _ -> new java.util.ArrayList<>())
                    .add(
                        new SiteScore(
                            row.get(1, LocalDate.class),
                            row.get(2, Double.class),
                            row.get(3, Long.class))));
    return sites;
  }

  private static org.jooq.Param<?> value(Object value) {
    return org.jooq.impl.DSL.val(value);
  }
}
