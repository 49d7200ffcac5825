package dev.hitlai.redteam.internal.store;

import static dev.hitlai.redteam.internal.jooq.Tables.RED_TEAM_TESTS;
import static dev.hitlai.redteam.internal.jooq.Tables.RED_TEAM_VULNERABILITIES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.CampaignReport.Trial;
import dev.hitlai.redteam.CriticalWeakness;
import dev.hitlai.redteam.internal.jooq.tables.records.RedTeamVulnerabilitiesRecord;
import dev.hitlai.redteam.internal.store.Campaigns.Campaign;
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

/** Weaknesses as people work on them: open → in progress → fixed, or left as they are. */
@Component
public class Vulnerabilities {
  private static final int LONGEST = 4_000;
  private static final List<String> OPEN = List.of("open", "in_progress");

  private final DSLContext sql;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Vulnerabilities(
      DSLContext sql, Notifications notifications, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A weakness.
   *
   * @param attack that worked
   * @param input and {@code output}: of the test that found it last; null when it was deleted
   */
  public record Weakness(
      UUID id,
      String target,
      String attack,
      String severity,
      String title,
      String description,
      @Nullable String reproducibility,
      String status,
      int occurrences,
      @Nullable String remediationPlan,
      @Nullable String fixedInVersion,
      @Nullable Instant fixedAt,
      @Nullable UUID assignedTo,
      Instant foundAt,
      Instant lastSeen,
      @Nullable UUID campaign,
      @Nullable String input,
      @Nullable String output) {
    public boolean open() {
      return OPEN.contains(status);
    }
  }

  /** Stores what a trial found: a new weakness, or another sight of an open one. */
  void found(Campaign campaign, Trial trial, UUID test) {
    int known =
        sql.update(RED_TEAM_VULNERABILITIES)
            .set(RED_TEAM_VULNERABILITIES.OCCURRENCES, RED_TEAM_VULNERABILITIES.OCCURRENCES.plus(1))
            .set(RED_TEAM_VULNERABILITIES.LAST_SEEN_AT, clock.instant())
            .set(RED_TEAM_VULNERABILITIES.TEST_ID, test)
            .set(RED_TEAM_VULNERABILITIES.REPRODUCIBILITY, trial.reproducibility())
            .where(RED_TEAM_VULNERABILITIES.TARGET.eq(campaign.target()))
            .and(RED_TEAM_VULNERABILITIES.VULNERABILITY_TYPE.eq(trial.attack()))
            .and(RED_TEAM_VULNERABILITIES.STATUS.in(OPEN))
            .execute();
    if (known == 0) {
      sql.insertInto(RED_TEAM_VULNERABILITIES)
          .set(RED_TEAM_VULNERABILITIES.TEST_ID, test)
          .set(RED_TEAM_VULNERABILITIES.TARGET, campaign.target())
          .set(RED_TEAM_VULNERABILITIES.VULNERABILITY_TYPE, trial.attack())
          .set(RED_TEAM_VULNERABILITIES.SEVERITY, trial.severity())
          .set(
              RED_TEAM_VULNERABILITIES.TITLE,
              trial.category().title() + ": " + trial.attack() + " works")
          .set(
              RED_TEAM_VULNERABILITIES.DESCRIPTION,
              trial.evidence() + " Expected: " + trial.expectation())
          .set(RED_TEAM_VULNERABILITIES.AFFECTED_MODELS, new String[] {campaign.target()})
          .set(RED_TEAM_VULNERABILITIES.REPRODUCIBILITY, trial.reproducibility())
          .set(RED_TEAM_VULNERABILITIES.LAST_SEEN_AT, clock.instant())
          .set(RED_TEAM_VULNERABILITIES.CREATED_AT, clock.instant())
          .execute();
    }
  }

  /** Tells of what is critical, once for a campaign. */
  void settle(Campaign campaign, CampaignReport report) {
    var critical =
        report.weaknesses().stream().filter(trial -> trial.severity().equals("critical")).toList();
    if (critical.isEmpty()) {
      return;
    }
    var worst =
        sql.selectFrom(RED_TEAM_VULNERABILITIES)
            .where(RED_TEAM_VULNERABILITIES.TARGET.eq(campaign.target()))
            .and(RED_TEAM_VULNERABILITIES.VULNERABILITY_TYPE.eq(critical.getFirst().attack()))
            .and(RED_TEAM_VULNERABILITIES.STATUS.in(OPEN))
            .fetchOptional();
    worst.ifPresent(
        row -> {
          events.publishEvent(
              new CriticalWeakness(campaign.target(), campaign.id(), row.getId(), row.getTitle()));
          notifications.tell(
              new Notice(
                  "redteam.critical",
                  "redteam:" + campaign.id(),
                  NoticeKind.HEALTH,
                  new Audience.Administrators(),
                  "Critical weakness of " + campaign.target(),
                  List.of(
                      critical.size()
                          + " critical attacks worked. The first: "
                          + row.getTitle()
                          + "."),
                  new Notice.Action("See the campaign", "/admin/red-team/" + campaign.id()),
                  Map.of("target", campaign.target(), "campaign", campaign.id().toString())));
        });
  }

  /**
   * Those seen last first.
   *
   * @param status one of the four, {@code active} for open and in progress, empty for all
   */
  @Transactional(readOnly = true)
  public List<Weakness> list(String status, int limit, long offset) {
    return sql.select(RED_TEAM_VULNERABILITIES.asterisk())
        .from(RED_TEAM_VULNERABILITIES)
        .where(which(status))
        .orderBy(
            DSL.case_(RED_TEAM_VULNERABILITIES.SEVERITY)
                .when("critical", 0)
                .when("high", 1)
                .when("medium", 2)
                .else_(3),
            RED_TEAM_VULNERABILITIES.LAST_SEEN_AT.desc(),
            RED_TEAM_VULNERABILITIES.ID)
        .limit(limit)
        .offset(offset)
        .fetchInto(RED_TEAM_VULNERABILITIES)
        .map(row -> read(row, null));
  }

  @Transactional(readOnly = true)
  public int count(String status) {
    return sql.fetchCount(RED_TEAM_VULNERABILITIES, which(status));
  }

  /** Open critical ones of a target. */
  @Transactional(readOnly = true)
  public int openCritical(String target) {
    return sql.fetchCount(
        RED_TEAM_VULNERABILITIES,
        RED_TEAM_VULNERABILITIES
            .TARGET
            .eq(target)
            .and(RED_TEAM_VULNERABILITIES.SEVERITY.eq("critical"))
            .and(RED_TEAM_VULNERABILITIES.STATUS.in(OPEN)));
  }

  private static Condition which(String status) {
    return switch (status) {
      case "" -> DSL.noCondition();
      case "active" -> RED_TEAM_VULNERABILITIES.STATUS.in(OPEN);
      case "open", "in_progress", "fixed", "wont_fix" -> RED_TEAM_VULNERABILITIES.STATUS.eq(status);
      default -> throw ApiProblem.invalid("status", "must be open, in_progress, fixed or wont_fix");
    };
  }

  /**
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Weakness find(UUID id) {
    var row = row(id);
    var test =
        row.getTestId() == null
            ? null
            : sql.selectFrom(RED_TEAM_TESTS)
                .where(RED_TEAM_TESTS.ID.eq(row.getTestId()))
                .fetchOne();
    return read(row, test);
  }

  /**
   * Moves a weakness on.
   *
   * @param status where it stands from now on
   * @param plan what is or was done; needed to leave it as it is
   * @param version in which it is fixed; needed for {@code fixed}
   * @throws ApiProblem when something is missing, or it is settled
   */
  @Transactional
  public Weakness change(CurrentUser by, UUID id, String status, String plan, String version) {
    var row = row(id);
    if (!OPEN.contains(row.getStatus())) {
      throw ApiProblem.conflict("It is settled. When the attack works again, a new one is opened.");
    }
    which(status);
    if (status.isEmpty() || status.equals("active")) {
      throw ApiProblem.invalid("status", "Choose where it stands.");
    }
    if (plan.length() > LONGEST) {
      throw ApiProblem.invalid("remediationPlan", "At most 4,000 characters, please.");
    }
    if (status.equals("wont_fix") && plan.isBlank()) {
      throw ApiProblem.invalid("remediationPlan", "Say why it stays as it is.");
    }
    if (status.equals("fixed") && version.isBlank()) {
      throw ApiProblem.invalid("fixedInVersion", "Say in which version it is fixed.");
    }
    row.setStatus(status);
    row.setRemediationPlan(plan.isBlank() ? null : plan.strip());
    row.setFixedInVersion(version.isBlank() ? null : version.strip());
    row.setAssignedTo(status.equals("in_progress") ? by.userId() : row.getAssignedTo());
    if (status.equals("fixed")) {
      row.setFixedBy(by.userId());
      row.setFixedAt(clock.instant());
    }
    row.store();
    return find(id);
  }

  private RedTeamVulnerabilitiesRecord row(UUID id) {
    return sql.selectFrom(RED_TEAM_VULNERABILITIES)
        .where(RED_TEAM_VULNERABILITIES.ID.eq(id))
        .fetchOptional()
        .orElseThrow(() -> ApiProblem.notFound("There is no such weakness."));
  }

  private static Weakness read(
      RedTeamVulnerabilitiesRecord row,
      dev.hitlai.redteam.internal.jooq.tables.records.@Nullable RedTeamTestsRecord test) {
    return new Weakness(
        row.getId(),
        row.getTarget(),
        row.getVulnerabilityType(),
        row.getSeverity(),
        row.getTitle(),
        row.getDescription(),
        row.getReproducibility(),
        row.getStatus(),
        row.getOccurrences(),
        row.getRemediationPlan(),
        row.getFixedInVersion(),
        row.getFixedAt(),
        row.getAssignedTo(),
        row.getCreatedAt(),
        row.getLastSeenAt(),
        test == null ? null : test.getCampaignId(),
        test == null ? null : test.getTestInput(),
        test == null ? null : test.getActualOutput());
  }
}
