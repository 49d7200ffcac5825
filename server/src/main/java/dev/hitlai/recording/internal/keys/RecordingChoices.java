package dev.hitlai.recording.internal.keys;

import static dev.hitlai.recording.internal.jooq.Tables.RECORDING_SETTINGS;

import dev.hitlai.api.ApiProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what companies want recorded. */
@Component
public class RecordingChoices {
  private final DSLContext sql;

  RecordingChoices(DSLContext sql) {
    this.sql = sql;
  }

  /** Of a company, as the actor may see it. */
  @Transactional(readOnly = true)
  public RecordingRules of(UUID companyId) {
    return sql.selectFrom(RECORDING_SETTINGS)
        .where(RECORDING_SETTINGS.COMPANY_ID.eq(companyId))
        .fetchOptional(
            row ->
                new RecordingRules(
                    row.getEnabled(),
                    row.getSampleRate().doubleValue(),
                    row.getReplayRate().doubleValue(),
                    row.getMask(),
                    row.getConsentRequired(),
                    row.getHonourDoNotTrack(),
                    row.getWatchedElements(),
                    row.getRetentionDays()))
        .orElse(RecordingRules.USUAL);
  }

  /** Replaces what a company wants. */
  @Transactional
  public void choose(UUID companyId, RecordingRules rules) {
    check(rules);
    var row = sql.newRecord(RECORDING_SETTINGS);
    row.setCompanyId(companyId);
    row.setEnabled(rules.enabled());
    row.setSampleRate(share(rules.sampleRate()));
    row.setReplayRate(share(rules.replayRate()));
    row.setMask(rules.mask());
    row.setConsentRequired(rules.consentRequired());
    row.setHonourDoNotTrack(rules.honourDoNotTrack());
    row.setWatchedElements(rules.watchedElements().strip());
    row.setRetentionDays(rules.retentionDays());
    sql.insertInto(RECORDING_SETTINGS)
        .set(row)
        .onConflict(RECORDING_SETTINGS.COMPANY_ID)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static void check(RecordingRules rules) {
    if (!(rules.sampleRate() >= 0 && rules.sampleRate() <= 1)) {
      throw ApiProblem.invalid("sampleRate", "must lie between 0 and 1");
    }
    if (!(rules.replayRate() >= 0 && rules.replayRate() <= rules.sampleRate())) {
      throw ApiProblem.invalid("replayRate", "must lie between 0 and the share that is recorded");
    }
    if (!rules.mask().equals("inputs") && !rules.mask().equals("all")) {
      throw ApiProblem.invalid("mask", "must be inputs or all");
    }
    if (rules.watchedElements().length() > 500) {
      throw ApiProblem.invalid("watchedElements", "must have at most 500 characters");
    }
    if (rules.retentionDays() < 1 || rules.retentionDays() > 365) {
      throw ApiProblem.invalid("retentionDays", "must lie between 1 and 365");
    }
  }

  private static BigDecimal share(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
  }
}
