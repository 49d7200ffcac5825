package dev.hitlai.training;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;

import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingFacts;
import dev.hitlai.training.internal.learn.Split;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Findings of AIs with what people said of them, for those who watch over the AIs. */
@Component
@Transactional(readOnly = true)
public class JudgedFindings {
  private static final int MOST = 20_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;

  JudgedFindings(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A finding.
   *
   * @param problem the same for the same defect of the same page, whoever found it
   * @param right null while nobody judged it
   * @param heldOut whether its site is kept for evaluation
   * @param lastWord what the last person said; null for none
   */
  public record Judged(
      UUID runId,
      String site,
      String problem,
      FindingFacts facts,
      AiFinding.SeenBy seenBy,
      String modelVersion,
      @Nullable Boolean right,
      boolean heldOut,
      @Nullable CorrectionType lastWord,
      Instant at) {}

  /** The latest first, at most 20,000. */
  public List<Judged> since(Instant since, @Nullable Instant until) {
    Condition when = AI_OUTPUTS.CREATED_AT.ge(since);
    if (until != null) {
      when = when.and(AI_OUTPUTS.CREATED_AT.lt(until));
    }
    Map<UUID, CorrectionType> last = new HashMap<>();
    sql.select(HUMAN_CORRECTIONS.ISSUE_ID, HUMAN_CORRECTIONS.CORRECTION_TYPE)
        .from(HUMAN_CORRECTIONS)
        .join(AI_OUTPUTS)
        .on(AI_OUTPUTS.ISSUE_ID.eq(HUMAN_CORRECTIONS.ISSUE_ID))
        .where(when)
        .andNot(HUMAN_CORRECTIONS.ON_GOLD)
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT, HUMAN_CORRECTIONS.ID)
        .forEach(row -> last.put(row.value1(), CorrectionType.of(row.value2())));
    return sql.select(
            AI_OUTPUTS.TEST_RUN_ID,
            AI_OUTPUTS.SITE,
            AI_OUTPUTS.FINGERPRINT,
            AI_OUTPUTS.FACTS,
            AI_OUTPUTS.SEEN_BY,
            AI_OUTPUTS.MODEL_VERSION,
            AI_OUTPUTS.LABEL,
            AI_OUTPUTS.ISSUE_ID,
            AI_OUTPUTS.CREATED_AT)
        .from(AI_OUTPUTS)
        .where(when)
        .orderBy(AI_OUTPUTS.CREATED_AT.desc(), AI_OUTPUTS.ID)
        .limit(MOST)
        .fetch(
            row ->
                new Judged(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    JSON.readValue(row.value4().data(), FindingFacts.class),
                    JSON.readValue(row.value5().data(), AiFinding.SeenBy.class),
                    row.value6(),
                    row.value7() == null ? null : row.value7().doubleValue() >= 0.5,
                    Split.held(row.value2()),
                    row.value8() == null ? null : last.get(row.value8()),
                    row.value9()));
  }
}
