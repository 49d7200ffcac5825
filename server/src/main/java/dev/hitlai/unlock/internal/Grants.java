package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.UNLOCKED_FEATURES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Features that administrators open early; each says who and why, and can be taken back. */
@Component
public class Grants {
  private static final int LONGEST_REASON = 500;

  private final DSLContext sql;
  private final Companies companies;
  private final CompanyLadder ladder;
  private final Audit audit;
  private final Notifications notifications;
  private final Clock clock;

  Grants(
      DSLContext sql,
      Companies companies,
      CompanyLadder ladder,
      Audit audit,
      Notifications notifications,
      Clock clock) {
    this.sql = sql;
    this.companies = companies;
    this.ladder = ladder;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * Opens a feature for a company.
   *
   * @return the grant's id
   * @throws ApiProblem when the company doesn't exist, has the feature already, or no reason is
   *     given
   */
  @Transactional
  public UUID grant(CurrentUser by, UUID companyId, FeatureKey feature, String reason) {
    requireReason(reason);
    var company =
        companies.find(companyId).orElseThrow(() -> ApiProblem.notFound("No company has this id."));
    if (ladder.isOpen(companyId, feature)) {
      throw ApiProblem.conflict(
          feature.label() + " is open for " + company.name() + " already; nothing was changed.");
    }
    UUID id =
        sql.insertInto(UNLOCKED_FEATURES)
            .set(UNLOCKED_FEATURES.COMPANY_ID, companyId)
            .set(UNLOCKED_FEATURES.FEATURE_KEY, feature.code())
            .set(UNLOCKED_FEATURES.SOURCE, "grant")
            .set(UNLOCKED_FEATURES.COMPLETED_TESTS, ladder.completed(companyId))
            .set(UNLOCKED_FEATURES.UNLOCKED_AT, clock.instant())
            .set(UNLOCKED_FEATURES.GRANTED_BY, by.userId())
            .set(UNLOCKED_FEATURES.REASON, reason.strip())
            .returning(UNLOCKED_FEATURES.ID)
            .fetchSingle(UNLOCKED_FEATURES.ID);
    audit.note(by, "feature.granted", "company", companyId);
    notifications.tell(
        notice(
            companyId,
            "feature.granted:" + id,
            feature.label() + " is open to you early",
            "We opened " + feature.label() + " for your company: " + reason.strip(),
            feature));
    return id;
  }

  /**
   * Takes a grant back; a feature that a milestone opened since stays open.
   *
   * @throws ApiProblem when there is no such grant, it was revoked before, or no reason is given
   */
  @Transactional
  public void revoke(CurrentUser by, UUID grantId, String reason) {
    requireReason(reason);
    var grant =
        sql.selectFrom(UNLOCKED_FEATURES)
            .where(UNLOCKED_FEATURES.ID.eq(grantId))
            .and(UNLOCKED_FEATURES.SOURCE.eq("grant"))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("No grant has this id."));
    if (grant.getRevokedAt() != null) {
      throw ApiProblem.conflict("This grant was revoked before.");
    }
    grant.setRevokedAt(clock.instant());
    grant.setRevokedBy(by.userId());
    grant.setRevokeReason(reason.strip());
    grant.store();
    audit.note(by, "feature.revoked", "company", grant.getCompanyId());
    var feature = FeatureKey.of(grant.getFeatureKey());
    if (!ladder.isOpen(grant.getCompanyId(), feature)) {
      notifications.tell(
          notice(
              grant.getCompanyId(),
              "feature.revoked:" + grantId,
              feature.label() + " is no longer open to you",
              "The early grant ended: " + reason.strip() + " What you made with it is kept.",
              feature));
    }
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw ApiProblem.invalid("reason", "must say why, in 1 to 500 characters");
    }
  }

  private static Notice notice(
      UUID companyId, String key, String title, String text, FeatureKey feature) {
    return new Notice(
        key.substring(0, key.indexOf(':')),
        key,
        NoticeKind.MILESTONES,
        new Audience.Company(companyId),
        title,
        List.of(text),
        new Notice.Action("See your milestones", "/company/milestones"),
        Map.of("feature", feature.code()));
  }
}
