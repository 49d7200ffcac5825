package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.COMPANY_CHOICES;
import static dev.hitlai.models.internal.jooq.Tables.MODEL_VERSIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.models.Tier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Companies whose feature is open choose the model of their AI testers. */
@Component
public class CompanyChoices {
  private final DSLContext sql;
  private final FeatureGate gate;
  private final UsableModels usable;
  private final Books books;

  CompanyChoices(DSLContext sql, FeatureGate gate, UsableModels usable, Books books) {
    this.sql = sql;
    this.gate = gate;
    this.usable = usable;
    this.books = books;
  }

  /**
   * A model that a company may choose.
   *
   * @param tester of the roster that it drives, whose price a test has
   * @param obstacle why it can't be used now; null when it can
   */
  public record Offer(
      UUID id,
      String key,
      String label,
      Tier tier,
      String tester,
      int contextTokens,
      boolean images,
      boolean chosen,
      @Nullable String obstacle) {}

  /**
   * @throws dev.hitlai.identity.FeatureLocked when the company may not choose yet
   */
  @Transactional(readOnly = true)
  public List<Offer> offers(UUID company) {
    gate.require(company, FeatureKey.ADVANCED_AI_MODELS);
    var chosen = chosen(company);
    // Whether a provider has a key is nobody's but the platform's to read.
    return books.in(
        () ->
            sql.selectFrom(MODEL_VERSIONS)
                .where(MODEL_VERSIONS.IS_ENABLED)
                .and(MODEL_VERSIONS.TESTER.isNotNull())
                .orderBy(MODEL_VERSIONS.TESTER, MODEL_VERSIONS.ROUTING_ORDER)
                .fetch(
                    row ->
                        new Offer(
                            row.getId(),
                            row.getVersionKey(),
                            row.getLabel(),
                            Tier.of(row.getTier()),
                            row.getTester(),
                            row.getContextTokens(),
                            row.getSeesImages(),
                            row.getId().equals(chosen),
                            usable.now(row.getTester(), row.getVersionKey()).orElse(null))));
  }

  private @Nullable UUID chosen(UUID company) {
    return sql.select(COMPANY_CHOICES.VERSION_ID)
        .from(COMPANY_CHOICES)
        .where(COMPANY_CHOICES.COMPANY_ID.eq(company))
        .fetchOne(COMPANY_CHOICES.VERSION_ID);
  }

  /**
   * @param version null goes back to what the platform has behind each tester
   * @throws ApiProblem when it isn't on offer
   */
  @Transactional
  public void choose(UUID company, @Nullable UUID version, @Nullable UUID by) {
    var offers = offers(company);
    sql.deleteFrom(COMPANY_CHOICES).where(COMPANY_CHOICES.COMPANY_ID.eq(company)).execute();
    if (version == null) {
      return;
    }
    var offer =
        offers.stream()
            .filter(one -> one.id().equals(version))
            .findFirst()
            .orElseThrow(() -> ApiProblem.invalid("version", "is not on offer"));
    if (offer.obstacle() != null) {
      throw ApiProblem.conflict(offer.label() + " can't be used now. " + offer.obstacle());
    }
    sql.insertInto(COMPANY_CHOICES)
        .set(COMPANY_CHOICES.COMPANY_ID, company)
        .set(COMPANY_CHOICES.VERSION_ID, version)
        .set(COMPANY_CHOICES.CHOSEN_BY, by)
        .execute();
  }

  /** What a company chose for an AI tester, while its feature is open and the model can be used. */
  public Optional<String> versionFor(UUID company, String tester) {
    return books.in(
        () -> {
          if (!gate.isOpen(company, FeatureKey.ADVANCED_AI_MODELS)) {
            return Optional.empty();
          }
          return sql.select(MODEL_VERSIONS.VERSION_KEY)
              .from(COMPANY_CHOICES)
              .join(MODEL_VERSIONS)
              .on(MODEL_VERSIONS.ID.eq(COMPANY_CHOICES.VERSION_ID))
              .where(COMPANY_CHOICES.COMPANY_ID.eq(company))
              .and(MODEL_VERSIONS.TESTER.eq(tester))
              .and(MODEL_VERSIONS.IS_ENABLED)
              .fetchOptional(MODEL_VERSIONS.VERSION_KEY);
        });
  }
}
