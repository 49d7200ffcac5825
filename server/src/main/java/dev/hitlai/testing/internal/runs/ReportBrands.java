package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.REPORT_BRANDS;

import dev.hitlai.aitester.report.Brand;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The looks of companies' reports, for as long as white-label reports are open to them. */
@Component
public class ReportBrands {
  private final DSLContext sql;
  private final FeatureGate features;
  private final Audit audit;

  ReportBrands(DSLContext sql, FeatureGate features, Audit audit) {
    this.sql = sql;
    this.features = features;
    this.audit = audit;
  }

  /** What reports of the company carry; empty when it set nothing, or the feature is closed. */
  @Transactional(readOnly = true)
  public Optional<Brand> shown(UUID companyId) {
    return features.isOpen(companyId, FeatureKey.WHITE_LABEL) ? find(companyId) : Optional.empty();
  }

  @Transactional(readOnly = true)
  public Optional<Brand> find(UUID companyId) {
    return sql.selectFrom(REPORT_BRANDS)
        .where(REPORT_BRANDS.COMPANY_ID.eq(companyId))
        .fetchOptional(
            row ->
                new Brand(
                    row.getDisplayName(),
                    row.getAccent(),
                    row.getLogo() == null
                        ? null
                        : "data:"
                            + row.getLogoMediaType()
                            + ";base64,"
                            + Base64.getEncoder().encodeToString(row.getLogo())));
  }

  /**
   * Sets the looks.
   *
   * @param logo a PNG or JPEG of at most 256 KB; null keeps the one that is there
   * @throws ApiProblem with a sentence for a field that isn't valid
   * @throws dev.hitlai.identity.FeatureLocked when white-label reports aren't open
   */
  @Transactional
  public void set(CurrentUser by, String name, String accent, byte @Nullable [] logo) {
    UUID company = by.requireCompany();
    features.require(company, FeatureKey.WHITE_LABEL);
    if (name.isBlank() || name.strip().length() > 100) {
      throw ApiProblem.invalid("name", "must have 1 to 100 characters");
    }
    String colour = accent.strip().toLowerCase(Locale.ROOT);
    BrandColour.require(colour);
    var picture = logo == null ? null : Logo.of(logo);
    sql.insertInto(REPORT_BRANDS)
        .set(REPORT_BRANDS.COMPANY_ID, company)
        .set(REPORT_BRANDS.DISPLAY_NAME, name.strip())
        .set(REPORT_BRANDS.ACCENT, colour)
        .set(REPORT_BRANDS.CHANGED_BY, by.userId())
        .onConflict(REPORT_BRANDS.COMPANY_ID)
        .doUpdate()
        .set(REPORT_BRANDS.DISPLAY_NAME, name.strip())
        .set(REPORT_BRANDS.ACCENT, colour)
        .set(REPORT_BRANDS.CHANGED_BY, by.userId())
        .execute();
    if (picture != null) {
      sql.update(REPORT_BRANDS)
          .set(REPORT_BRANDS.LOGO, picture.content())
          .set(REPORT_BRANDS.LOGO_MEDIA_TYPE, picture.mediaType())
          .where(REPORT_BRANDS.COMPANY_ID.eq(company))
          .execute();
    }
    audit.note(by, "report_brand.changed", "company", company);
  }

  /** Goes back to our looks. */
  @Transactional
  public void remove(CurrentUser by) {
    UUID company = by.requireCompany();
    sql.deleteFrom(REPORT_BRANDS).where(REPORT_BRANDS.COMPANY_ID.eq(company)).execute();
    audit.note(by, "report_brand.removed", "company", company);
  }
}
