package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.MODEL_VERSIONS;
import static dev.hitlai.models.internal.jooq.Tables.PROVIDERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.ModelVersions;
import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.call.Connection;
import dev.hitlai.models.internal.call.Prices;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.models.internal.jooq.tables.records.ModelVersionsRecord;
import dev.hitlai.models.internal.jooq.tables.records.ProvidersRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Versions of models that may be called. */
@Component
public class Registry implements ModelVersions {
  /** AI testers that a registered version can drive. */
  public static final List<String> TESTERS =
      List.of(
          "openai_gpt4",
          "openai_gpt4_turbo",
          "grok",
          "gemini",
          "claude",
          "hitl_selfhosted_mixtral",
          "hitl_selfhosted_llama");

  private static final BigDecimal DEAREST = new BigDecimal("100000");

  private final DSLContext sql;
  private final Providers providers;
  private final TesterModels testers;
  private final StoredBreakers breakers;
  private final Clock clock;

  Registry(
      DSLContext sql,
      Providers providers,
      TesterModels testers,
      StoredBreakers breakers,
      Clock clock) {
    this.sql = sql;
    this.providers = providers;
    this.testers = testers;
    this.breakers = breakers;
    this.clock = clock;
  }

  /** The last trial of a version. */
  public record Trial(
      Instant at, boolean passed, @Nullable String message, @Nullable Long millis) {}

  /**
   * A version as administrators see it; prices in US dollars for a million tokens.
   *
   * @param tester of the roster that it drives; null for none
   * @param obstacle why it can't be called; null when it can
   */
  public record Entry(
      UUID id,
      UUID providerId,
      String provider,
      String key,
      String modelName,
      String label,
      Tier tier,
      @Nullable String tester,
      int contextTokens,
      int maxOutputTokens,
      boolean images,
      boolean schema,
      BigDecimal input,
      BigDecimal cached,
      BigDecimal output,
      int order,
      boolean enabled,
      @Nullable String outOfRouting,
      @Nullable Trial trial,
      @Nullable String obstacle) {}

  /** What an administrator can say of one. */
  public record Change(
      String modelName,
      String label,
      String tier,
      @Nullable String tester,
      int contextTokens,
      int maxOutputTokens,
      boolean images,
      boolean schema,
      BigDecimal input,
      BigDecimal cached,
      BigDecimal output,
      int order,
      boolean enabled) {}

  @Transactional(readOnly = true)
  public List<Entry> all() {
    return select(DSL.noCondition()).stream().map(this::entry).toList();
  }

  @Transactional(readOnly = true)
  public Entry find(UUID id) {
    return entry(row(id));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Version> versions() {
    return all().stream()
        .map(
            one ->
                new Version(
                    one.id(),
                    one.key(),
                    one.label(),
                    one.provider(),
                    one.tier(),
                    one.obstacle(),
                    one.outOfRouting()))
        .toList();
  }

  /**
   * Registers a version; its key is provider and name.
   *
   * @throws ApiProblem when something can't be so
   */
  @Transactional
  public Entry add(UUID providerId, Change wanted, @Nullable UUID by) {
    check(wanted);
    var provider = providers.find(providerId);
    String key = provider.code() + ":" + wanted.modelName().strip();
    if (!key.matches("[a-z0-9][a-zA-Z0-9._:/-]{0,119}")) {
      throw ApiProblem.invalid("modelName", "has letters, digits and . _ : / - only");
    }
    if (sql.fetchExists(MODEL_VERSIONS, MODEL_VERSIONS.VERSION_KEY.eq(key))) {
      throw ApiProblem.invalid("modelName", "is registered already");
    }
    var row = sql.newRecord(MODEL_VERSIONS);
    row.setProviderId(providerId);
    row.setVersionKey(key);
    row.setModelName(wanted.modelName().strip());
    fill(row, wanted, by);
    row.insert();
    testers.refresh();
    return find(row.getId());
  }

  /**
   * @throws ApiProblem when something can't be so; the model's name stays
   */
  @Transactional
  public Entry change(UUID id, Change wanted, @Nullable UUID by) {
    check(wanted);
    var row =
        sql.fetchOptional(MODEL_VERSIONS, MODEL_VERSIONS.ID.eq(id)).orElseThrow(Registry::unknown);
    fill(row, wanted, by);
    row.store();
    testers.refresh();
    return find(id);
  }

  /** Forgets a version; what it cost stays in the log. */
  @Transactional
  public void remove(UUID id) {
    if (sql.deleteFrom(MODEL_VERSIONS).where(MODEL_VERSIONS.ID.eq(id)).execute() == 0) {
      throw unknown();
    }
    testers.refresh();
  }

  @Override
  @Transactional
  public void takeOutOfRouting(String key, String reason) {
    if (reason.isBlank() || reason.length() > 500) {
      throw ApiProblem.invalid("reason", "must have 1 to 500 characters");
    }
    routed(key, clock.instant(), reason.strip());
    breakers.open(providerOf(key), key, reason.strip());
  }

  @Override
  @Transactional
  public void putIntoRouting(String key) {
    routed(key, null, null);
    breakers.close(providerOf(key), key, "Put into routing again.");
  }

  private void routed(String key, @Nullable Instant since, @Nullable String reason) {
    int changed =
        sql.update(MODEL_VERSIONS)
            .set(MODEL_VERSIONS.OUT_OF_ROUTING_SINCE, since)
            .set(MODEL_VERSIONS.OUT_OF_ROUTING_REASON, reason)
            .where(MODEL_VERSIONS.VERSION_KEY.eq(key))
            .execute();
    if (changed == 0) {
      throw unknown();
    }
    testers.refresh();
  }

  private static String providerOf(String key) {
    return key.substring(0, key.indexOf(':'));
  }

  @Transactional(propagation = Propagation.REQUIRED)
  public void tried(UUID id, Trial trial) {
    sql.update(MODEL_VERSIONS)
        .set(MODEL_VERSIONS.TESTED_AT, trial.at())
        .set(MODEL_VERSIONS.TEST_PASSED, trial.passed())
        .set(MODEL_VERSIONS.TEST_MESSAGE, trial.message())
        .set(MODEL_VERSIONS.TEST_LATENCY_MS, trial.millis())
        .where(MODEL_VERSIONS.ID.eq(id))
        .execute();
  }

  /** Those that can be called, in routing's order, with who may get them by themselves. */
  List<Candidate> candidates() {
    return select(DSL.condition(MODEL_VERSIONS.IS_ENABLED)).stream()
        .filter(row -> providers.obstacle(row.provider()) == null)
        .map(
            row ->
                new Candidate(
                    target(row),
                    row.version().getTester(),
                    row.version().getOutOfRoutingSince() == null))
        .toList();
  }

  /**
   * @param routed whether it may be asked without being named
   */
  record Candidate(Target target, @Nullable String tester, boolean routed) {}

  Optional<Target> named(String key) {
    return select(MODEL_VERSIONS.VERSION_KEY.eq(key)).stream()
        .filter(row -> obstacle(row) == null)
        .map(this::target)
        .findFirst();
  }

  private record Row(ModelVersionsRecord version, ProvidersRecord provider) {}

  private List<Row> select(Condition condition) {
    return sql.select()
        .from(MODEL_VERSIONS)
        .join(PROVIDERS)
        .on(PROVIDERS.ID.eq(MODEL_VERSIONS.PROVIDER_ID))
        .where(condition)
        .orderBy(MODEL_VERSIONS.ROUTING_ORDER, MODEL_VERSIONS.VERSION_KEY)
        .fetch(both -> new Row(both.into(MODEL_VERSIONS), both.into(PROVIDERS)));
  }

  private Row row(UUID id) {
    return select(MODEL_VERSIONS.ID.eq(id)).stream().findFirst().orElseThrow(Registry::unknown);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("No model version has this address.");
  }

  private @Nullable String obstacle(Row row) {
    return row.version().getIsEnabled()
        ? providers.obstacle(row.provider())
        : "It is switched off.";
  }

  private Target target(Row row) {
    var version = row.version();
    Connection connection = providers.connection(row.provider());
    return new Target(
        version.getVersionKey(),
        version.getModelName(),
        Tier.of(version.getTier()),
        new Prices(
            version.getInputUsdPerMillion(),
            version.getCachedUsdPerMillion(),
            version.getOutputUsdPerMillion()),
        version.getContextTokens(),
        version.getMaxOutputTokens(),
        version.getSeesImages(),
        version.getFollowsSchema(),
        connection);
  }

  private Entry entry(Row row) {
    var version = row.version();
    return new Entry(
        version.getId(),
        version.getProviderId(),
        row.provider().getName(),
        version.getVersionKey(),
        version.getModelName(),
        version.getLabel(),
        Tier.of(version.getTier()),
        version.getTester(),
        version.getContextTokens(),
        version.getMaxOutputTokens(),
        version.getSeesImages(),
        version.getFollowsSchema(),
        version.getInputUsdPerMillion(),
        version.getCachedUsdPerMillion(),
        version.getOutputUsdPerMillion(),
        version.getRoutingOrder(),
        version.getIsEnabled(),
        version.getOutOfRoutingReason(),
        version.getTestedAt() == null
            ? null
            : new Trial(
                version.getTestedAt(),
                version.getTestPassed(),
                version.getTestMessage(),
                version.getTestLatencyMs()),
        obstacle(row));
  }

  private static void check(Change wanted) {
    require(length(wanted.modelName(), 100), "modelName", "must have 1 to 100 characters");
    require(length(wanted.label(), 80), "label", "must have 1 to 80 characters");
    require(
        Set.of("external", "fine_tuned", "self_hosted").contains(wanted.tier()),
        "tier",
        "is external, fine_tuned or self_hosted");
    require(
        wanted.tester() == null || TESTERS.contains(wanted.tester()),
        "tester",
        "is an AI tester of the roster");
    require(within(wanted.contextTokens(), 1000, 100_000_000), "contextTokens", "is 1,000 or more");
    require(within(wanted.maxOutputTokens(), 16, 1_000_000), "maxOutputTokens", "is 16 or more");
    require(within(wanted.order(), 0, 10_000), "order", "must be 0 to 10,000");
    price(wanted.input(), "input");
    price(wanted.cached(), "cached");
    price(wanted.output(), "output");
  }

  private static boolean length(String text, int most) {
    return !text.isBlank() && text.length() <= most;
  }

  private static boolean within(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static void price(BigDecimal usd, String field) {
    require(
        usd.signum() >= 0 && usd.compareTo(DEAREST) <= 0,
        field,
        "must be US dollars for a million tokens, 0 to 100,000");
  }

  private static void require(boolean holds, String field, String what) {
    if (!holds) {
      throw ApiProblem.invalid(field, what);
    }
  }

  private static void fill(ModelVersionsRecord row, Change wanted, @Nullable UUID by) {
    row.setLabel(wanted.label().strip());
    row.setTier(wanted.tier());
    row.setTester(wanted.tester());
    row.setContextTokens(wanted.contextTokens());
    row.setMaxOutputTokens(wanted.maxOutputTokens());
    row.setSeesImages(wanted.images());
    row.setFollowsSchema(wanted.schema());
    row.setInputUsdPerMillion(wanted.input());
    row.setCachedUsdPerMillion(wanted.cached());
    row.setOutputUsdPerMillion(wanted.output());
    row.setRoutingOrder(wanted.order());
    row.setIsEnabled(wanted.enabled());
    row.setChangedBy(by);
  }
}
