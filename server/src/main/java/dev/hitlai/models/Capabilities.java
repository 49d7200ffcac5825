package dev.hitlai.models;

import static dev.hitlai.models.internal.jooq.Tables.AI_MODEL_CAPABILITIES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.internal.jooq.tables.records.AiModelCapabilitiesRecord;
import dev.hitlai.testers.ModelAvailability;
import dev.hitlai.testers.ModelCatalogue;
import dev.hitlai.testers.PricedItem;
import dev.hitlai.testers.Quality;
import dev.hitlai.testers.TestKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each AI can and can't do. */
@Component
public class Capabilities implements ModelCatalogue {
  private static final dev.hitlai.models.internal.jooq.tables.AiModelCapabilities TABLE =
      AI_MODEL_CAPABILITIES;
  private static final int TEXT = 1000;

  private final DSLContext sql;
  private final ModelAvailability availability;

  Capabilities(DSLContext sql, ModelAvailability availability) {
    this.sql = sql;
    this.availability = availability;
  }

  /**
   * A figure with what it rests on.
   *
   * @param n cases
   */
  public record Measured(double value, int n) {}

  /**
   * A version of a model.
   *
   * @param obstacle why it can't test on this server; null when it can
   * @param inService whether administrators let it be picked
   * @param accuracy confirmed of confirmed, refuted and missed; null while too little was measured
   * @param falsePositives share of its findings that don't hold; null likewise
   * @param maxMinutes of a test; null when unknown
   */
  public record Capability(
      UUID id,
      PricedItem item,
      String version,
      @Nullable String obstacle,
      boolean inService,
      boolean recommended,
      Set<TestKind> kinds,
      List<String> testTypes,
      List<String> languages,
      @Nullable Integer maxMinutes,
      @Nullable Integer maxPages,
      @Nullable Measured accuracy,
      @Nullable Measured falsePositives,
      String description,
      List<String> strengths,
      List<String> weaknesses) {
    public Capability {
      kinds = Set.copyOf(kinds);
      testTypes = List.copyOf(testTypes);
      languages = List.copyOf(languages);
      strengths = List.copyOf(strengths);
      weaknesses = List.copyOf(weaknesses);
    }

    /** Whether it can be picked now. */
    public boolean available() {
      return inService && obstacle == null;
    }
  }

  /** In the price list's order. */
  @Transactional(readOnly = true)
  public List<Capability> all() {
    return sql.selectFrom(TABLE).fetch(this::read).stream()
        .sorted(
            Comparator.comparingInt((Capability one) -> PricedItem.ALL.indexOf(one.item()))
                .thenComparing(Capability::version, Comparator.reverseOrder()))
        .toList();
  }

  @Transactional(readOnly = true)
  public Capability find(UUID id) {
    return sql.selectFrom(TABLE)
        .where(TABLE.ID.eq(id))
        .fetchOptional(this::read)
        .orElseThrow(() -> ApiProblem.notFound("No AI has this address."));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Model> models() {
    return all().stream()
        .map(
            one ->
                new Model(
                    one.item().code(),
                    one.version(),
                    one.inService(),
                    one.recommended(),
                    one.kinds(),
                    Set.copyOf(one.testTypes()),
                    one.falsePositives() == null
                        ? null
                        : new Quality(1 - one.falsePositives().value(), one.falsePositives().n())))
        .toList();
  }

  /**
   * What administrators decide about an AI; what it can do and how well is not theirs to say.
   *
   * @throws ApiProblem when one is put into service that can't test on this server
   */
  @Transactional
  public void change(UUID id, boolean inService, boolean recommended, String description) {
    var one = find(id);
    if (inService && one.obstacle() != null) {
      throw ApiProblem.conflict("It can't be put into service. " + one.obstacle());
    }
    if (description.isBlank() || description.length() > TEXT) {
      throw ApiProblem.invalid("description", "must have 1 to 1,000 characters");
    }
    sql.update(TABLE)
        .set(TABLE.IS_AVAILABLE, inService)
        .set(TABLE.IS_RECOMMENDED, recommended)
        .set(TABLE.DESCRIPTION, description.strip())
        .where(TABLE.ID.eq(id))
        .execute();
  }

  private Capability read(AiModelCapabilitiesRecord row) {
    var item = PricedItem.of(row.getAiModelProvider()).orElseThrow();
    return new Capability(
        row.getId(),
        item,
        row.getModelVersion(),
        availability.obstacle(item.code(), row.getModelVersion()).orElse(null),
        row.getIsAvailable(),
        row.getIsRecommended(),
        kinds(row),
        List.of(row.getSupportedTestTypes()),
        List.of(row.getSupportedLanguages()),
        row.getMaxTestDurationMinutes(),
        row.getMaxPagesPerTest(),
        measured(row.getTypicalAccuracyRate(), row.getTypicalAccuracyN()),
        measured(row.getTypicalFalsePositiveRate(), row.getTypicalFalsePositiveN()),
        row.getDescription() == null ? "" : row.getDescription(),
        List.of(row.getStrengths()),
        List.of(row.getWeaknesses()));
  }

  private static Set<TestKind> kinds(AiModelCapabilitiesRecord row) {
    var kinds = EnumSet.noneOf(TestKind.class);
    add(kinds, TestKind.WEB, row.getSupportsWeb());
    add(kinds, TestKind.MOBILE, row.getSupportsMobile());
    add(kinds, TestKind.ACCESSIBILITY, row.getSupportsAccessibility());
    add(kinds, TestKind.PERFORMANCE, row.getSupportsPerformance());
    add(kinds, TestKind.SECURITY, row.getSupportsSecurity());
    return kinds;
  }

  private static void add(Set<TestKind> kinds, TestKind kind, boolean supported) {
    if (supported) {
      kinds.add(kind);
    }
  }

  private static @Nullable Measured measured(@Nullable BigDecimal value, @Nullable Integer n) {
    return value == null || n == null || n < Quality.ENOUGH
        ? null
        : new Measured(value.doubleValue(), n);
  }
}
