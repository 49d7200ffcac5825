package dev.hitlai.redteam.internal.store;

import static dev.hitlai.redteam.internal.jooq.Tables.CAMPAIGNS;
import static dev.hitlai.redteam.internal.jooq.Tables.RED_TEAM_TESTS;

import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.CampaignReport.Trial;
import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.Target;
import dev.hitlai.redteam.internal.store.Campaigns.Campaign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries campaigns out and stores what came of them. */
@Component
public class CampaignWork {
  private static final Logger log = LoggerFactory.getLogger(CampaignWork.class);

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Targets targets;
  private final Vulnerabilities vulnerabilities;
  private final Clock clock;

  CampaignWork(
      DSLContext sql,
      TransactionTemplate transactions,
      Targets targets,
      Vulnerabilities vulnerabilities,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.targets = targets;
    this.vulnerabilities = vulnerabilities;
    this.clock = clock;
  }

  /** Carries a campaign out; one that is at its end stays as it is. */
  public void work(UUID id) {
    Tenancy.run(Actor.system("red team"), () -> begin(id).ifPresent(this::carryOut));
  }

  private void carryOut(Campaign campaign) {
    var target = targets.open(campaign.target());
    if (target.isEmpty()) {
      fail(campaign.id(), "The target isn't there any more.");
      return;
    }
    try {
      var report = attack(campaign, target.get());
      transactions.executeWithoutResult(_ -> finish(campaign, report));
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        // The server goes down; another one begins anew.
        throw e;
      }
      log.error("Campaign {} failed", campaign.id(), e);
      fail(campaign.id(), "The campaign broke off; the server's log says why.");
    }
  }

  private CampaignReport attack(Campaign campaign, Target target) {
    var told = new int[] {0};
    return RedTeam.attack(
        campaign.target(),
        target,
        campaign.plan(),
        share -> {
          int percent = (int) (share * 100);
          if (percent >= told[0] + 5) {
            told[0] = percent;
            progress(campaign.id(), percent);
          }
        });
  }

  private Optional<Campaign> begin(UUID id) {
    return Optional.ofNullable(
        transactions.execute(
            _ ->
                sql.update(CAMPAIGNS)
                    .set(CAMPAIGNS.STATUS, "running")
                    .set(CAMPAIGNS.STARTED_AT, clock.instant())
                    .where(CAMPAIGNS.ID.eq(id))
                    .and(CAMPAIGNS.ENDED_AT.isNull())
                    .returning()
                    .fetchOne(Campaigns::read)));
  }

  private void progress(UUID id, int percent) {
    transactions.executeWithoutResult(
        _ ->
            sql.update(CAMPAIGNS)
                .set(CAMPAIGNS.PROGRESS_PERCENT, percent)
                .where(CAMPAIGNS.ID.eq(id))
                .execute());
  }

  private void fail(UUID id, String why) {
    transactions.executeWithoutResult(
        _ ->
            sql.update(CAMPAIGNS)
                .set(CAMPAIGNS.STATUS, "failed")
                .set(CAMPAIGNS.ERROR_MESSAGE, why)
                .set(CAMPAIGNS.ENDED_AT, clock.instant())
                .where(CAMPAIGNS.ID.eq(id))
                .and(CAMPAIGNS.ENDED_AT.isNull())
                .execute());
  }

  private void finish(Campaign campaign, CampaignReport report) {
    if (report.overall().answers() == 0) {
      fail(
          campaign.id(),
          report.trials().isEmpty()
              ? "There was nothing to try."
              : "The target gave no answer at all: " + report.trials().getFirst().evidence());
      return;
    }
    int closed =
        sql.update(CAMPAIGNS)
            .set(CAMPAIGNS.STATUS, "done")
            .set(CAMPAIGNS.PROGRESS_PERCENT, 100)
            .set(CAMPAIGNS.ANSWERS, report.overall().answers())
            .set(CAMPAIGNS.HITS, report.overall().hits())
            .set(CAMPAIGNS.SUCCESS_RATE, rounded(report.overall().rate()))
            .set(CAMPAIGNS.SUCCESS_LOW, rounded(report.overall().low()))
            .set(CAMPAIGNS.SUCCESS_HIGH, rounded(report.overall().high()))
            .set(CAMPAIGNS.REPORT_JSON, report.json())
            .set(CAMPAIGNS.REPORT_SARIF, report.sarif())
            .set(CAMPAIGNS.REPORT_JUNIT, report.junit())
            .set(CAMPAIGNS.ENDED_AT, clock.instant())
            .where(CAMPAIGNS.ID.eq(campaign.id()))
            .and(CAMPAIGNS.ENDED_AT.isNull())
            .execute();
    if (closed == 1) {
      report.trials().forEach(trial -> keep(campaign, trial));
      vulnerabilities.settle(campaign, report);
    }
  }

  private void keep(Campaign campaign, Trial trial) {
    var test =
        sql.insertInto(RED_TEAM_TESTS)
            .set(RED_TEAM_TESTS.CAMPAIGN_ID, campaign.id())
            .set(RED_TEAM_TESTS.TEST_NAME, trial.attack())
            .set(RED_TEAM_TESTS.TEST_CATEGORY, trial.category().code())
            .set(RED_TEAM_TESTS.ATTACK_VECTOR, trial.indirect() ? "page" : "user")
            .set(RED_TEAM_TESTS.STRATEGY, trial.strategy())
            .set(RED_TEAM_TESTS.MODEL_VERSION, campaign.target())
            .set(RED_TEAM_TESTS.TEST_INPUT, stored(trial.input()))
            .set(RED_TEAM_TESTS.EXPECTED_BEHAVIOR, trial.expectation())
            .set(
                RED_TEAM_TESTS.TEST_STATUS,
                trial.answers() == 0 ? "error" : trial.failed() ? "failed" : "passed")
            .set(RED_TEAM_TESTS.ACTUAL_OUTPUT, stored(trial.sample()))
            .set(RED_TEAM_TESTS.VULNERABILITY_FOUND, trial.failed())
            .set(RED_TEAM_TESTS.SEVERITY, trial.severity())
            .set(RED_TEAM_TESTS.ANSWERS, trial.answers())
            .set(RED_TEAM_TESTS.HITS, trial.hits())
            .set(RED_TEAM_TESTS.EVIDENCE, trial.evidence())
            .set(RED_TEAM_TESTS.EXECUTED_AT, clock.instant())
            .set(RED_TEAM_TESTS.EXECUTION_TIME_MS, trial.millis())
            .returning(RED_TEAM_TESTS.ID)
            .fetchSingle();
    if (trial.failed()) {
      vulnerabilities.found(campaign, trial, test.getId());
    }
  }

  /** PostgreSQL's text takes every character but the one with number 0. */
  private static String stored(String text) {
    return text.replace("\u0000", "");
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
