package dev.hitlai.redteam.internal.store;

import static dev.hitlai.redteam.internal.jooq.Tables.CAMPAIGNS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.internal.jooq.tables.records.CampaignsRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns: asked for, carried out by a job, kept with their reports. */
@Component
public class Campaigns {
  /** The job of one campaign; its instance is the campaign's id. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("red-team-campaign");

  private final DSLContext sql;
  private final SchedulerClient jobs;
  private final Targets targets;
  private final Clock clock;

  Campaigns(DSLContext sql, @Lazy SchedulerClient jobs, Targets targets, Clock clock) {
    this.sql = sql;
    this.jobs = jobs;
    this.targets = targets;
    this.clock = clock;
  }

  /** Why a campaign was started. */
  public enum Cause {
    ON_DEMAND,
    SCHEDULE,
    DEPLOYMENT;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A campaign.
   *
   * @param status waiting, running, done or failed
   * @param rate corrected share of answers in which an attack worked, with its interval; null until
   *     it is done
   */
  public record Campaign(
      UUID id,
      String target,
      String cause,
      List<String> categories,
      List<String> strategies,
      int prompts,
      int generations,
      long seed,
      String status,
      int percent,
      @Nullable String error,
      @Nullable Integer answers,
      @Nullable Integer hits,
      @Nullable Double rate,
      @Nullable Double low,
      @Nullable Double high,
      Instant askedAt,
      @Nullable Instant endedAt) {
    public boolean open() {
      return endedAt == null;
    }

    CampaignPlan plan() {
      var kinds = categories.stream().map(Category::of).collect(Collectors.toSet());
      return new CampaignPlan(kinds, Set.copyOf(strategies), prompts, generations, seed);
    }
  }

  /** What a campaign's report is offered as. */
  public enum Format {
    JSON("application/json"),
    SARIF("application/sarif+json"),
    JUNIT("application/xml");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /**
   * Has a target attacked.
   *
   * @throws ApiProblem when there is no such target, or one is under attack already
   */
  @Transactional
  public Campaign start(String target, CampaignPlan plan, Cause cause, @Nullable UUID by) {
    if (targets.open(target).isEmpty()) {
      throw ApiProblem.invalid("target", "There is no such target.");
    }
    var row =
        sql.insertInto(CAMPAIGNS)
            .set(CAMPAIGNS.TARGET, target)
            .set(CAMPAIGNS.CAUSE, cause.code())
            .set(
                CAMPAIGNS.CATEGORIES,
                plan.categories().stream().map(Category::code).sorted().toArray(String[]::new))
            .set(CAMPAIGNS.STRATEGIES, new TreeSet<>(plan.strategies()).toArray(String[]::new))
            .set(CAMPAIGNS.PROMPTS, plan.prompts())
            .set(CAMPAIGNS.GENERATIONS, plan.generations())
            .set(CAMPAIGNS.SEED, plan.seed())
            .set(CAMPAIGNS.STARTED_BY, by)
            .set(CAMPAIGNS.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .returning()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.conflict("This target is under attack already."));
    jobs.scheduleIfNotExists(JOB.instance(row.getId().toString()).build(), clock.instant());
    return read(row);
  }

  /**
   * The latest first.
   *
   * @param target empty for all
   */
  @Transactional(readOnly = true)
  public List<Campaign> list(String target, int limit, long offset) {
    return sql.selectFrom(CAMPAIGNS)
        .where(of(target))
        .orderBy(CAMPAIGNS.CREATED_AT.desc(), CAMPAIGNS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(Campaigns::read);
  }

  @Transactional(readOnly = true)
  public int count(String target) {
    return sql.fetchCount(CAMPAIGNS, of(target));
  }

  private static Condition of(String target) {
    return target.isBlank() ? DSL.noCondition() : CAMPAIGNS.TARGET.eq(target);
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Campaign find(UUID id) {
    return read(row(id));
  }

  /**
   * @throws ApiProblem when there is no such campaign, or it isn't done
   */
  @Transactional(readOnly = true)
  public String report(UUID id, Format format) {
    var row = row(id);
    var report =
        switch (format) {
          case JSON -> row.getReportJson();
          case SARIF -> row.getReportSarif();
          case JUNIT -> row.getReportJunit();
        };
    return Optional.ofNullable(report)
        .orElseThrow(() -> ApiProblem.conflict("The campaign isn't done, so there is no report."));
  }

  private CampaignsRecord row(UUID id) {
    return sql.selectFrom(CAMPAIGNS)
        .where(CAMPAIGNS.ID.eq(id))
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("There is no such campaign."));
  }

  static Campaign read(CampaignsRecord row) {
    return new Campaign(
        row.getId(),
        row.getTarget(),
        row.getCause(),
        Arrays.asList(row.getCategories()),
        Arrays.asList(row.getStrategies()),
        row.getPrompts(),
        row.getGenerations(),
        row.getSeed(),
        row.getStatus(),
        row.getProgressPercent(),
        row.getErrorMessage(),
        row.getAnswers(),
        row.getHits(),
        number(row.getSuccessRate()),
        number(row.getSuccessLow()),
        number(row.getSuccessHigh()),
        row.getCreatedAt(),
        row.getEndedAt());
  }

  private static @Nullable Double number(java.math.@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
