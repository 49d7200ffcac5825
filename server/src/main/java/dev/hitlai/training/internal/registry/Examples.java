package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUT_RANKINGS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.REVIEWERS;
import static dev.hitlai.training.internal.jooq.Tables.TRAINING_CONSENTS;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.internal.jooq.tables.records.AiOutputsRecord;
import dev.hitlai.training.internal.learn.Example;
import dev.hitlai.training.internal.learn.Features;
import dev.hitlai.training.internal.learn.RewardModel.Preference;
import dev.hitlai.training.internal.review.Labels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What models learn from: findings with people's words, of companies that agreed. */
@Component
public class Examples {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** More than this one pair of rewards tells who was preferred. */
  private static final double CLEAR = 0.4;

  /** Chance that a ranking, or an order of rewards, is not what others would say. */
  private static final double RANKED_WRONG = 0.1;

  private static final double REWARDED_WRONG = 0.25;
  private static final int PAIRS_OF_A_RUN = 30;

  private final DSLContext sql;

  Examples(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Everything in one order.
   *
   * @param hash SHA-256 over all of it
   */
  public record Data(List<Example> examples, List<Preference> preferences, String hash) {}

  /**
   * As the platform.
   *
   * @param companyId of one company alone; null for all that agreed
   */
  @Transactional(readOnly = true)
  public Data read(@Nullable UUID companyId) {
    Condition whose =
        companyId != null
            ? AI_OUTPUTS.COMPANY_ID.eq(companyId)
            : AI_OUTPUTS.COMPANY_ID.in(
                sql.select(TRAINING_CONSENTS.COMPANY_ID)
                    .from(TRAINING_CONSENTS)
                    .where(TRAINING_CONSENTS.GRANTED));
    var words = words(whose);
    var digest = digest();
    var examples = new ArrayList<Example>();
    try (var rows =
        sql.selectFrom(AI_OUTPUTS)
            .where(whose)
            .and(AI_OUTPUTS.LABEL.isNotNull())
            .orderBy(AI_OUTPUTS.CREATED_AT, AI_OUTPUTS.ID)
            .fetchSize(1000)
            .fetchLazy()) {
      for (var row : rows) {
        var said = words.getOrDefault(row.getIssueId(), List.of());
        if (said.isEmpty()) {
          continue;
        }
        var example = example(row, said);
        examples.add(example);
        update(digest, example);
      }
    }
    var preferences = preferences(examples, whose);
    preferences.forEach(one -> digest.update(one.site().getBytes(StandardCharsets.UTF_8)));
    return new Data(examples, preferences, HexFormat.of().formatHex(digest.digest()));
  }

  /** How many findings could be learnt from, by what is known of them. */
  @Transactional(readOnly = true)
  public int available(@Nullable UUID companyId) {
    return sql.fetchCount(
        AI_OUTPUTS,
        AI_OUTPUTS
            .LABEL
            .isNotNull()
            .and(
                companyId != null
                    ? AI_OUTPUTS.COMPANY_ID.eq(companyId)
                    : AI_OUTPUTS.COMPANY_ID.in(
                        sql.select(TRAINING_CONSENTS.COMPANY_ID)
                            .from(TRAINING_CONSENTS)
                            .where(TRAINING_CONSENTS.GRANTED))));
  }

  private record Said(Example.Word word, @Nullable Double reward) {}

  private Map<UUID, List<Said>> words(Condition whose) {
    var words = new HashMap<UUID, List<Said>>();
    sql.select(
            HUMAN_CORRECTIONS.ISSUE_ID,
            HUMAN_CORRECTIONS.CORRECTION_TYPE,
            HUMAN_CORRECTIONS.REWARD,
            REVIEWERS.WEIGHT,
            HUMAN_CORRECTIONS.VERIFIED_BY)
        .from(HUMAN_CORRECTIONS)
        .join(AI_OUTPUTS)
        .on(AI_OUTPUTS.ISSUE_ID.eq(HUMAN_CORRECTIONS.ISSUE_ID))
        .leftJoin(REVIEWERS)
        .on(REVIEWERS.USER_ID.eq(HUMAN_CORRECTIONS.CORRECTED_BY))
        .where(whose)
        .andNot(HUMAN_CORRECTIONS.ON_GOLD)
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT, HUMAN_CORRECTIONS.ID)
        .forEach(
            row -> {
              var said =
                  new Labels.Said(null, CorrectionType.of(row.value2()), null, 1, false, false);
              double right =
                  row.value5() != null
                      ? 0.98
                      : row.value4() == null ? Labels.UNKNOWN : row.value4().doubleValue();
              words
                  .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                  .add(
                      new Said(
                          new Example.Word(said.right(), Math.clamp(1 - right, 0.02, 0.45)),
                          row.value3() == null ? null : row.value3().doubleValue()));
            });
    return words;
  }

  private static Example example(AiOutputsRecord row, List<Said> said) {
    var facts = JSON.readValue(row.getFacts().data(), FindingFacts.class);
    Float[] kept = row.getEmbedding();
    float[] meaning = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      meaning[i] = kept[i];
    }
    var rewards =
        said.stream().filter(one -> one.reward() != null).mapToDouble(Said::reward).average();
    return new Example(
        row.getId(),
        row.getTestRunId(),
        facts,
        Features.of(facts, meaning),
        said.stream().map(Said::word).toList(),
        row.getRightSeverity(),
        rewards.isPresent() ? rewards.getAsDouble() : null);
  }

  /** Rankings first; then pairs of one run whose rewards clearly differ. */
  private List<Preference> preferences(List<Example> examples, Condition whose) {
    var byId = new HashMap<UUID, Example>();
    examples.forEach(one -> byId.put(one.id(), one));
    var preferences = new ArrayList<Preference>();
    sql.select(AI_OUTPUT_RANKINGS.RANKED)
        .from(AI_OUTPUT_RANKINGS)
        .where(
            AI_OUTPUT_RANKINGS.TEST_RUN_ID.in(
                sql.select(AI_OUTPUTS.TEST_RUN_ID).from(AI_OUTPUTS).where(whose)))
        .orderBy(AI_OUTPUT_RANKINGS.CREATED_AT, AI_OUTPUT_RANKINGS.ID)
        .forEach(
            row -> {
              var order =
                  java.util.Arrays.stream(row.value1())
                      .flatMap(
                          id -> Optional.ofNullable(byId.get(id)).or(() -> unlabelled(id)).stream())
                      .toList();
              for (int i = 0; i < order.size(); i++) {
                for (int j = i + 1; j < order.size(); j++) {
                  preferences.add(preference(order.get(i), order.get(j), RANKED_WRONG));
                }
              }
            });
    var byRun = new java.util.LinkedHashMap<UUID, List<Example>>();
    examples.stream()
        .filter(one -> one.reward() != null)
        .forEach(one -> byRun.computeIfAbsent(one.runId(), _ -> new ArrayList<>()).add(one));
    byRun.values().forEach(run -> pairs(run, preferences));
    return preferences;
  }

  private static void pairs(List<Example> run, List<Preference> into) {
    int left = PAIRS_OF_A_RUN;
    for (int i = 0; i < run.size() && left > 0; i++) {
      for (int j = i + 1; j < run.size() && left > 0; j++) {
        double difference =
            java.util.Objects.requireNonNull(run.get(i).reward())
                - java.util.Objects.requireNonNull(run.get(j).reward());
        if (Math.abs(difference) > CLEAR) {
          boolean first = difference > 0;
          into.add(
              preference(
                  first ? run.get(i) : run.get(j),
                  first ? run.get(j) : run.get(i),
                  REWARDED_WRONG));
          left--;
        }
      }
    }
  }

  private Optional<Example> unlabelled(UUID id) {
    return sql.selectFrom(AI_OUTPUTS)
        .where(AI_OUTPUTS.ID.eq(id))
        .fetchOptional()
        .map(row -> example(row, List.of()));
  }

  private static Preference preference(Example better, Example worse, double wrong) {
    return new Preference(better.facts().site(), better.features(), worse.features(), wrong);
  }

  private static void update(MessageDigest digest, Example example) {
    digest.update(example.id().toString().getBytes(StandardCharsets.UTF_8));
    for (float feature : example.features()) {
      int bits = Float.floatToIntBits(feature);
      digest.update(
          new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }
    digest.update((example.words() + "|" + example.severity()).getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
