package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.USERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a company says of itself and how its findings are reviewed. */
@Component
public class CompanyProfiles {
  private final DSLContext sql;
  private final Audit audit;

  CompanyProfiles(DSLContext sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /**
   * @param reviewSampleRate share, 0 to 1, of passing findings that people look at all the same
   * @param secondFactorRequired whether members work in the company only with a second factor
   */
  public record Profile(
      UUID id,
      String name,
      String slug,
      @Nullable String website,
      @Nullable String industry,
      @Nullable String companySize,
      String plan,
      @Nullable String billingEmail,
      BigDecimal reviewSampleRate,
      boolean criticalNeedsReview,
      boolean secondFactorRequired,
      int maxParallelAiRuns,
      Instant createdAt) {}

  /** What changes; null leaves a value as it is, blank text empties an optional one. */
  public record Change(
      @Nullable String name,
      @Nullable String website,
      @Nullable String industry,
      @Nullable String companySize,
      @Nullable String billingEmail,
      @Nullable BigDecimal reviewSampleRate,
      @Nullable Boolean criticalNeedsReview,
      @Nullable Boolean secondFactorRequired) {}

  @Transactional(readOnly = true)
  public Profile of(UUID companyId) {
    return sql.selectFrom(COMPANIES)
        .where(COMPANIES.ID.eq(companyId))
        .fetchOptional(
            row ->
                new Profile(
                    row.getId(),
                    row.getName(),
                    row.getSlug(),
                    row.getWebsite(),
                    row.getIndustry(),
                    row.getCompanySize(),
                    row.getPlanType(),
                    row.getBillingEmail(),
                    row.getReviewSampleRate(),
                    row.getCriticalNeedsReview(),
                    row.getSecondFactorRequired(),
                    row.getMaxParallelAiRuns(),
                    row.getCreatedAt()))
        .orElseThrow(() -> ApiProblem.notFound("No company has this id."));
  }

  @Transactional
  public Profile change(CurrentUser by, Change change) {
    UUID id = by.requireCompany();
    var company = sql.selectFrom(COMPANIES).where(COMPANIES.ID.eq(id)).forUpdate().fetchSingle();
    if (change.name() != null) {
      if (change.name().isBlank()) {
        throw ApiProblem.invalid("name", "must not be blank");
      }
      company.setName(change.name().strip());
    }
    if (change.website() != null) {
      company.setWebsite(website(change.website()));
    }
    if (change.industry() != null) {
      company.setIndustry(optional(change.industry()));
    }
    if (change.companySize() != null) {
      company.setCompanySize(optional(change.companySize()));
    }
    if (change.billingEmail() != null) {
      company.setBillingEmail(billingEmail(change.billingEmail()));
    }
    if (change.reviewSampleRate() != null) {
      company.setReviewSampleRate(change.reviewSampleRate());
    }
    if (change.criticalNeedsReview() != null) {
      company.setCriticalNeedsReview(change.criticalNeedsReview());
    }
    if (change.secondFactorRequired() != null) {
      if (change.secondFactorRequired() && !company.getSecondFactorRequired()) {
        requireOwnSecondFactor(by);
      }
      company.setSecondFactorRequired(change.secondFactorRequired());
    }
    company.store();
    audit.note(by, "company.settings_changed", "company", id);
    return of(id);
  }

  /** Nobody shuts themselves out of the page where this is taken back. */
  private void requireOwnSecondFactor(CurrentUser by) {
    boolean on =
        sql.fetchExists(USERS, USERS.ID.eq(by.userId()).and(USERS.TOTP_CONFIRMED_AT.isNotNull()));
    if (!on) {
      throw ApiProblem.invalid(
          "secondFactorRequired", "takes that you have a second factor yourself; set it up first");
    }
  }

  private static @Nullable String optional(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static @Nullable String website(String text) {
    if (!text.isBlank() && !text.strip().matches("https?://[^\\s/]+\\.[^\\s]+")) {
      throw ApiProblem.invalid("website", "must be an address that begins with https://");
    }
    return optional(text);
  }

  private static @Nullable String billingEmail(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return new EmailAddress(text).value();
    } catch (ApiProblem invalid) {
      throw ApiProblem.invalid("billingEmail", "must be an e-mail address");
    }
  }
}
