package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.REVIEWERS;

import dev.hitlai.testing.CorrectionType;
import dev.hitlai.training.CorrectionRecorded;
import dev.hitlai.training.internal.learn.SeverityModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What all words on a finding amount to, weighed by how reliable those are who said them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Labels {
  /** Of somebody whose reliability is not known. */
  public static final double UNKNOWN = 0.8;

  /** An adjudicator's word counts like certain, but for slips. */
  private static final double ADJUDICATED = 0.98;

  private final DSLContext sql;
  private final Clock clock;

  Labels(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * One person's word.
   *
   * @param by null when the account is gone
   * @param weight chance that this person is right
   * @param adjudicates whether it decides between others
   */
  public record Said(
      @Nullable UUID by,
      CorrectionType type,
      @Nullable String severity,
      double weight,
      boolean adjudicates,
      boolean reviewed) {
    /** Whether the finding stands, apart from how it is worded. */
    public boolean right() {
      return switch (type) {
        case APPROVE, SEVERITY_ADJUSTMENT, WORDING_IMPROVEMENT -> true;
        case FALSE_POSITIVE, HALLUCINATION, DUPLICATE, FALSE_NEGATIVE -> false;
      };
    }
  }

  @EventListener
  public void on(CorrectionRecorded recorded) {
    if (recorded.issueId() != null) {
      refresh(recorded.issueId());
    }
  }

  /** Everybody's last word on a finding. */
  public List<Said> words(UUID issueId) {
    var last = new LinkedHashMap<String, Said>();
    sql.select(
            HUMAN_CORRECTIONS.ID,
            HUMAN_CORRECTIONS.CORRECTED_BY,
            HUMAN_CORRECTIONS.CORRECTION_TYPE,
            HUMAN_CORRECTIONS.CORRECTED_SEVERITY,
            HUMAN_CORRECTIONS.AI_SEVERITY,
            REVIEWERS.WEIGHT,
            HUMAN_CORRECTIONS.VERIFIED_BY,
            HUMAN_CORRECTIONS.ORIGIN)
        .from(HUMAN_CORRECTIONS)
        .leftJoin(REVIEWERS)
        .on(REVIEWERS.USER_ID.eq(HUMAN_CORRECTIONS.CORRECTED_BY))
        .where(HUMAN_CORRECTIONS.ISSUE_ID.eq(issueId))
        .andNot(HUMAN_CORRECTIONS.ON_GOLD)
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT, HUMAN_CORRECTIONS.ID)
        .forEach(
            row -> {
              boolean adjudicates = row.value7() != null;
              double weight = row.value6() == null ? UNKNOWN : row.value6().doubleValue();
              last.put(
                  Objects.toString(row.value2(), row.value1().toString()),
                  new Said(
                      row.value2(),
                      CorrectionType.of(row.value3()),
                      row.value4() == null ? row.value5() : row.value4(),
                      adjudicates ? ADJUDICATED : weight,
                      adjudicates,
                      row.value8().equals("review")));
            });
    return List.copyOf(last.values());
  }

  /** Reckons a finding's label anew. */
  public void refresh(UUID issueId) {
    var said = words(issueId);
    if (said.isEmpty()) {
      sql.update(AI_OUTPUTS)
          .setNull(AI_OUTPUTS.LABEL)
          .setNull(AI_OUTPUTS.RIGHT_SEVERITY)
          .setNull(AI_OUTPUTS.DECIDED_AT)
          .set(AI_OUTPUTS.STATE, "open")
          .where(AI_OUTPUTS.ISSUE_ID.eq(issueId))
          .execute();
      return;
    }
    var severities =
        said.stream().filter(Said::right).map(Said::severity).filter(Objects::nonNull).toList();
    sql.update(AI_OUTPUTS)
        .set(
            AI_OUTPUTS.LABEL,
            BigDecimal.valueOf(probability(said)).setScale(4, RoundingMode.HALF_UP))
        .set(AI_OUTPUTS.RIGHT_SEVERITY, SeverityModel.mostSaid(severities))
        .set(AI_OUTPUTS.STATE, state(issueId, said))
        .set(AI_OUTPUTS.DECIDED_AT, clock.instant())
        .where(AI_OUTPUTS.ISSUE_ID.eq(issueId))
        .execute();
  }

  private String state(UUID issueId, List<Said> said) {
    boolean adjudicated = said.stream().anyMatch(Said::adjudicates);
    if (!adjudicated && said.stream().map(Said::right).distinct().count() > 1) {
      return "adjudication";
    }
    Integer wanted =
        sql.select(AI_OUTPUTS.WANTED)
            .from(AI_OUTPUTS)
            .where(AI_OUTPUTS.ISSUE_ID.eq(issueId))
            .fetchOne(AI_OUTPUTS.WANTED);
    return adjudicated || wanted == null || said.size() >= wanted ? "decided" : "open";
  }

  /** Chance that the finding is right when each errs alone, beginning from one half. */
  static double probability(List<Said> said) {
    double odds = 0;
    for (var one : said) {
      double weight = Math.clamp(one.weight(), 0.55, 0.98);
      double evidence = Math.log(weight / (1 - weight));
      odds += one.right() ? evidence : -evidence;
    }
    return 1 / (1 + Math.exp(-odds));
  }
}
