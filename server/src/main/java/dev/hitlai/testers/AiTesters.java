package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The AIs of the roster, and which of them does a company's test. */
@Component
public class AiTesters {
  private final DSLContext sql;
  private final ModelCatalogue catalogue;
  private final ModelAvailability availability;
  private final AssignmentPreferences preferences;
  private final AiPerformances performances;
  private final Prices prices;
  private final Quota quota;

  AiTesters(
      DSLContext sql,
      ModelCatalogue catalogue,
      ModelAvailability availability,
      AssignmentPreferences preferences,
      AiPerformances performances,
      Prices prices,
      Quota quota) {
    this.sql = sql;
    this.catalogue = catalogue;
    this.availability = availability;
    this.preferences = preferences;
    this.performances = performances;
    this.prices = prices;
    this.quota = quota;
  }

  /**
   * An AI of the roster.
   *
   * @param active whether an administrator has it on the roster
   */
  public record AiTester(
      UUID id, String name, PricedItem item, String version, boolean active, int tests) {}

  /** In the price list's order. */
  @Transactional(readOnly = true)
  public List<AiTester> all() {
    return sql
        .selectFrom(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.TESTER_CATEGORY.ne("human"))
        .fetch(
            row ->
                new AiTester(
                    row.getId(),
                    row.getDisplayName(),
                    PricedItem.of(row.getTesterCategory(), row.getAiModelProvider()),
                    Objects.requireNonNullElse(row.getAiModelVersion(), ""),
                    row.getIsActive(),
                    row.getTestsCompleted()))
        .stream()
        .sorted(
            java.util.Comparator.comparingInt((AiTester one) -> PricedItem.ALL.indexOf(one.item())))
        .toList();
  }

  /**
   * An AI with what stands in its way.
   *
   * @param obstacle null when it can test on this server
   */
  public record Standing(AiTester tester, @Nullable String obstacle) {}

  /** Those of a category, in the price list's order. */
  @Transactional(readOnly = true)
  public List<Standing> standing(String category) {
    var models = catalogue.models();
    return all().stream()
        .filter(one -> one.item().category().equals(category))
        .map(one -> new Standing(one, obstacle(one, modelOf(one, models), BigDecimal.ZERO)))
        .toList();
  }

  /**
   * Takes an AI off the roster, or puts it back; nobody picks one that isn't on it.
   *
   * @throws ApiProblem when there is no such AI
   */
  @Transactional
  public void setActive(UUID testerId, boolean active) {
    int changed =
        sql.update(HUMAN_TESTERS)
            .set(HUMAN_TESTERS.IS_ACTIVE, active)
            .where(HUMAN_TESTERS.ID.eq(testerId))
            .and(HUMAN_TESTERS.TESTER_CATEGORY.ne("human"))
            .execute();
    if (changed == 0) {
      throw ApiProblem.notFound("No AI tester has this address.");
    }
  }

  private static Optional<ModelCatalogue.Model> modelOf(
      AiTester one, List<ModelCatalogue.Model> models) {
    return models.stream()
        .filter(
            model ->
                model.provider().equals(one.item().code()) && model.version().equals(one.version()))
        .findFirst();
  }

  /** Brings the roster up to the version that stands behind a provider's tester now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enlist(String provider, String version) {
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.AI_MODEL_VERSION, version)
        .where(HUMAN_TESTERS.AI_MODEL_PROVIDER.eq(provider))
        .and(HUMAN_TESTERS.AI_MODEL_VERSION.isDistinctFrom(version))
        .execute();
  }

  /** A test by an AI came to its end; written as the platform. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void completed(UUID testerId, int tests) {
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.TESTS_COMPLETED, tests)
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .and(HUMAN_TESTERS.TESTER_CATEGORY.ne("human"))
        .execute();
  }

  /** Which AI does a test of a company that has these kinds, by what the company prefers now. */
  @Transactional(readOnly = true)
  public Selection select(UUID companyId, Set<TestKind> kinds, String testType) {
    return select(companyId, preferences.of(companyId), kinds, testType);
  }

  /**
   * The same by preferences that aren't saved.
   *
   * @param testType {@code ai_only} or {@code hybrid}
   */
  @Transactional(readOnly = true)
  public Selection select(
      UUID companyId, AiPreferences wanted, Set<TestKind> kinds, String testType) {
    int tests = quota.standing(companyId).used();
    var models = catalogue.models();
    var minutes = performances.minutes();
    var candidates =
        all().stream()
            .filter(AiTester::active)
            .map(
                one ->
                    candidate(
                        one,
                        modelOf(one, models),
                        prices.ofAi(companyId, one.item(), tests).orElse(null),
                        minutes.get(one.id())))
            .toList();
    return new TesterPicker(wanted, kinds, testType).pick(candidates);
  }

  private AiCandidate candidate(
      AiTester one,
      Optional<ModelCatalogue.Model> model,
      @Nullable BigDecimal price,
      @Nullable Double minutes) {
    return new AiCandidate(
        one.id(),
        one.item(),
        one.version(),
        one.name(),
        obstacle(one, model, price),
        model.map(ModelCatalogue.Model::kinds).orElse(Set.of()),
        model.map(ModelCatalogue.Model::testTypes).orElse(Set.of()),
        price == null ? BigDecimal.ZERO : price,
        model.map(ModelCatalogue.Model::quality).orElse(null),
        minutes,
        model.map(ModelCatalogue.Model::recommended).orElse(false));
  }

  private @Nullable String obstacle(
      AiTester one, Optional<ModelCatalogue.Model> model, @Nullable BigDecimal price) {
    var missing = availability.obstacle(one.item().code(), one.version());
    if (missing.isPresent()) {
      return missing.get();
    }
    if (model.isEmpty()) {
      return "Nothing is known of what it can do.";
    }
    if (!model.get().inService()) {
      return "HitlAI took it out of service.";
    }
    return price == null ? "It has no price." : null;
  }
}
