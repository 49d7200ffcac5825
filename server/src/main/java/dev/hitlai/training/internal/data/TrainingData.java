package dev.hitlai.training.internal.data;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_TRAINING_DATA;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.TRAINING_CONSENTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectOne;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.training.internal.jooq.tables.records.AiOutputsRecord;
import dev.hitlai.training.internal.jooq.tables.records.AiTrainingDataRecord;
import dev.hitlai.training.internal.learn.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples, made of findings that people judged. What may not be used stays in the list with the
 * reasons; what a company withdrew is deleted.
 */
@Component
@Transactional
public class TrainingData {
  static final double COMPLETE = 80;
  static final double CLEAR = 70;
  static final double PROVEN = 75;
  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final ReviewDesk desk;
  private final Clock clock;

  TrainingData(DSLContext sql, ReviewDesk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * As the platform: makes examples of findings that were judged since, and deletes those of
   * companies that don't agree any more.
   *
   * @return how many were written
   */
  public int collect() {
    sql.deleteFrom(AI_TRAINING_DATA)
        .where(AI_TRAINING_DATA.COMPANY_ID.isNotNull())
        .and(AI_TRAINING_DATA.COMPANY_ID.notIn(agreed()))
        .execute();
    var due =
        sql.select(AI_OUTPUTS.fields())
            .from(AI_OUTPUTS)
            .leftJoin(AI_TRAINING_DATA)
            .on(AI_TRAINING_DATA.OUTPUT_ID.eq(AI_OUTPUTS.ID))
            .where(AI_OUTPUTS.LABEL.isNotNull())
            .and(AI_OUTPUTS.COMPANY_ID.in(agreed()))
            .and(
                AI_TRAINING_DATA
                    .ID
                    .isNull()
                    .or(AI_TRAINING_DATA.UPDATED_AT.lt(AI_OUTPUTS.DECIDED_AT)))
            .orderBy(AI_OUTPUTS.ID)
            .limit(AT_ONCE)
            .fetchInto(AI_OUTPUTS);
    due.forEach(this::put);
    return due.size();
  }

  private org.jooq.Select<org.jooq.Record1<UUID>> agreed() {
    return sql.select(TRAINING_CONSENTS.COMPANY_ID)
        .from(TRAINING_CONSENTS)
        .where(TRAINING_CONSENTS.GRANTED);
  }

  private void put(AiOutputsRecord output) {
    var facts = JSON.readValue(output.getFacts().data(), FindingFacts.class);
    var seen = JSON.readValue(output.getSeenBy().data(), AiFinding.SeenBy.class);
    var finding = output.getIssueId() == null ? null : desk.find(output.getIssueId()).orElse(null);
    var words =
        sql.selectFrom(HUMAN_CORRECTIONS)
            .where(HUMAN_CORRECTIONS.ISSUE_ID.eq(output.getIssueId()))
            .andNot(HUMAN_CORRECTIONS.ON_GOLD)
            .orderBy(HUMAN_CORRECTIONS.CREATED_AT, HUMAN_CORRECTIONS.ID)
            .fetch();
    double label = Objects.requireNonNull(output.getLabel()).doubleValue();
    boolean stands = label >= 0.5;
    String wording = null;
    String reason = "";
    for (var word : words) {
      if (word.getCorrectionType().equals("wording_improvement")
          && word.getCorrectedFinding() != null) {
        wording =
            JSON.readTree(word.getCorrectedFinding().data()).path("description").asString(null);
      }
      if (!word.getCorrectionType().equals("approve") && word.getCorrectionReasoning() != null) {
        reason = word.getCorrectionReasoning();
      }
    }
    var text =
        ExampleText.of(facts, seen, finding, stands, output.getRightSeverity(), wording, reason);
    boolean verified =
        output.getState().equals("decided")
            && words.stream().anyMatch(one -> one.getCorrectedBy() != null);
    var because = new ArrayList<String>();
    double completeness = ExampleText.completeness(facts);
    double clarity = ExampleText.clarity(text.right());
    double evidence = ExampleText.evidence(facts);
    boolean reproducible = !facts.rules().isEmpty() && (facts.located() || facts.quoted());
    gate(because, verified, "no person verified it");
    gate(because, completeness >= COMPLETE, "it is not complete");
    gate(because, clarity >= CLEAR, "it is not clear");
    gate(because, !stands || evidence >= PROVEN, "too little proves it");
    gate(because, reproducible, "nobody could find the spot again");
    String hash = ExampleText.hash(text.prompt(), text.right());
    UUID duplicate = duplicate(hash, output.getId());
    gate(because, duplicate == null, "another example says the same");
    double reward =
        words.stream()
            .filter(one -> one.getReward() != null)
            .mapToDouble(one -> one.getReward().doubleValue())
            .average()
            .orElse(0);
    var row = sql.newRecord(AI_TRAINING_DATA);
    row.setCompanyId(output.getCompanyId());
    row.setOutputId(output.getId());
    row.setSource("run");
    row.setSite(output.getSite());
    row.setSplit(Split.held(output.getSite()) ? "evaluation" : "train");
    row.setPrompt(text.prompt());
    row.setCompletion(text.right());
    row.setRejected(text.said().equals(text.right()) ? null : text.said());
    row.setLabel(scaled(label));
    row.setReward(scaled(reward));
    row.setSeverity(output.getRightSeverity());
    row.setCompleteness(BigDecimal.valueOf(completeness));
    row.setClarity(scaled(clarity));
    row.setEvidence(BigDecimal.valueOf(evidence));
    row.setReproducible(reproducible);
    row.setHumanVerified(verified);
    row.setRedactions(text.redactions());
    row.setIncluded(because.isEmpty());
    row.setExcludedBecause(because.toArray(String[]::new));
    row.setContentHash(hash);
    row.setDuplicateOf(duplicate);
    row.setSaidBy(
        words.stream()
            .map(one -> one.getCorrectedBy())
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new));
    row.setCreatedAt(clock.instant());
    row.setUpdatedAt(clock.instant());
    sql.deleteFrom(AI_TRAINING_DATA)
        .where(AI_TRAINING_DATA.OUTPUT_ID.eq(output.getId()))
        .and(AI_TRAINING_DATA.VERIFIED_BY.isNull())
        .execute();
    sql.insertInto(AI_TRAINING_DATA)
        .set(row)
        .onConflict(AI_TRAINING_DATA.OUTPUT_ID)
        .where(AI_TRAINING_DATA.OUTPUT_ID.isNotNull())
        .doUpdate()
        .set(AI_TRAINING_DATA.UPDATED_AT, clock.instant())
        .execute();
  }

  private @Nullable UUID duplicate(String hash, UUID output) {
    return sql.select(AI_TRAINING_DATA.ID)
        .from(AI_TRAINING_DATA)
        .where(AI_TRAINING_DATA.CONTENT_HASH.eq(hash))
        .and(AI_TRAINING_DATA.OUTPUT_ID.isDistinctFrom(output))
        .and(AI_TRAINING_DATA.DUPLICATE_OF.isNull())
        .orderBy(AI_TRAINING_DATA.CREATED_AT, AI_TRAINING_DATA.ID)
        .limit(1)
        .fetchOne(AI_TRAINING_DATA.ID);
  }

  static void gate(List<String> because, boolean passed, String otherwise) {
    if (!passed) {
      because.add(otherwise);
    }
  }

  static BigDecimal scaled(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  /** An example as administrators see it. */
  public record Example(
      UUID id,
      String source,
      String site,
      String split,
      String prompt,
      String completion,
      @Nullable String rejected,
      double completeness,
      double clarity,
      double evidence,
      boolean verified,
      int redactions,
      boolean included,
      List<String> because,
      Instant at) {
    static Example of(AiTrainingDataRecord row) {
      return new Example(
          row.getId(),
          row.getSource(),
          row.getSite(),
          row.getSplit(),
          row.getPrompt(),
          row.getCompletion(),
          row.getRejected(),
          row.getCompleteness().doubleValue(),
          row.getClarity().doubleValue(),
          row.getEvidence().doubleValue(),
          row.getHumanVerified(),
          row.getRedactions(),
          row.getIncluded(),
          List.of(row.getExcludedBecause()),
          row.getCreatedAt());
    }
  }

  /** Which examples a page shows. */
  public enum Show {
    ALL,
    READY,
    TO_VERIFY,
    EXCLUDED;

    Condition condition() {
      return switch (this) {
        case ALL -> DSL.noCondition();
        case READY -> AI_TRAINING_DATA.INCLUDED.isTrue();
        case TO_VERIFY -> AI_TRAINING_DATA.HUMAN_VERIFIED.isFalse();
        case EXCLUDED -> AI_TRAINING_DATA.INCLUDED.isFalse();
      };
    }
  }

  @Transactional(readOnly = true)
  public int number(Show show) {
    return sql.fetchCount(AI_TRAINING_DATA, show.condition());
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Example> page(Show show, int number, int size) {
    return sql.selectFrom(AI_TRAINING_DATA)
        .where(show.condition())
        .orderBy(AI_TRAINING_DATA.CREATED_AT.desc(), AI_TRAINING_DATA.ID.desc())
        .limit(size)
        .offset((number - 1) * size)
        .fetch(Example::of);
  }

  /**
   * A person looked at the example.
   *
   * @param good false keeps it out
   */
  public void verify(UUID id, boolean good, UUID by) {
    var row =
        sql.selectFrom(AI_TRAINING_DATA)
            .where(AI_TRAINING_DATA.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("There is no such example."));
    var because = new ArrayList<>(List.of(row.getExcludedBecause()));
    because.removeIf(
        one -> one.equals("no person verified it") || one.equals("a person refused it"));
    gate(because, good, "a person refused it");
    sql.update(AI_TRAINING_DATA)
        .set(AI_TRAINING_DATA.HUMAN_VERIFIED, good)
        .set(AI_TRAINING_DATA.VERIFIED_BY, by)
        .set(AI_TRAINING_DATA.VERIFIED_AT, clock.instant())
        .set(AI_TRAINING_DATA.INCLUDED, because.isEmpty())
        .set(AI_TRAINING_DATA.EXCLUDED_BECAUSE, because.toArray(String[]::new))
        .where(AI_TRAINING_DATA.ID.eq(id))
        .execute();
  }

  /** How many there are of each sort. */
  public record Stats(int total, int highQuality, int humanVerified, int readyForTraining) {}

  @Transactional(readOnly = true)
  public Stats stats() {
    var row =
        sql.select(
                count(),
                count()
                    .filterWhere(
                        AI_TRAINING_DATA
                            .COMPLETENESS
                            .ge(BigDecimal.valueOf(COMPLETE))
                            .and(AI_TRAINING_DATA.CLARITY.ge(BigDecimal.valueOf(CLEAR)))
                            .and(AI_TRAINING_DATA.EVIDENCE.ge(BigDecimal.valueOf(PROVEN)))),
                count().filterWhere(AI_TRAINING_DATA.HUMAN_VERIFIED),
                count().filterWhere(AI_TRAINING_DATA.INCLUDED))
            .from(AI_TRAINING_DATA)
            .fetchSingle();
    return new Stats(row.value1(), row.value2(), row.value3(), row.value4());
  }

  /** Takes a person out: examples that rest on their words alone go, others lose the name. */
  void forget(UUID userId) {
    sql.deleteFrom(AI_TRAINING_DATA)
        .where(AI_TRAINING_DATA.SAID_BY.eq(new UUID[] {userId}))
        .execute();
    sql.execute(
        "update training.ai_training_data set said_by = array_remove(said_by, {0}) where said_by @>"
            + " array[{0}]",
        DSL.val(userId));
    if (sql.fetchExists(
        selectOne().from(AI_TRAINING_DATA).where(AI_TRAINING_DATA.VERIFIED_BY.eq(userId)))) {
      sql.update(AI_TRAINING_DATA)
          .setNull(AI_TRAINING_DATA.VERIFIED_BY)
          .where(AI_TRAINING_DATA.VERIFIED_BY.eq(userId))
          .execute();
    }
  }
}
