package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUT_RANKINGS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.TRAINING_CONSENTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.training.internal.jooq.tables.records.AiOutputsRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer looks at next, the most informative first; nobody gets what another holds. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReviewQueue {
  private static final Duration HELD = Duration.ofMinutes(10);

  /** A known answer comes about once in so many. */
  private static final int GOLD_EVERY = 12;

  private static final int TRIES = 200;

  private final DSLContext sql;
  private final ReviewDesk desk;
  private final Clock clock;

  ReviewQueue(DSLContext sql, ReviewDesk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Takes the next one for a reviewer; the same one again until something is said of it. */
  Optional<Output> next(Reviewer reviewer) {
    var held = held(reviewer);
    if (held.isPresent()) {
      return held;
    }
    int said =
        sql.fetchCount(
            HUMAN_CORRECTIONS,
            HUMAN_CORRECTIONS.CORRECTED_BY.eq(reviewer.userId()),
            HUMAN_CORRECTIONS.ORIGIN.eq("review"));
    if (said % GOLD_EVERY == GOLD_EVERY / 2) {
      var gold = take(reviewer, AI_OUTPUTS.GOLD_VERDICT.isNotNull());
      if (gold.isPresent()) {
        return gold;
      }
    }
    if (reviewer.expert()) {
      var disputed = take(reviewer, AI_OUTPUTS.STATE.eq("adjudication"));
      if (disputed.isPresent()) {
        return disputed;
      }
    }
    for (int i = 0; i < TRIES; i++) {
      var open = take(reviewer, AI_OUTPUTS.STATE.eq("open"));
      if (open.isEmpty() || stillOpen(open.get())) {
        return open;
      }
    }
    return Optional.empty();
  }

  /** One that was decided on the way, by its testers or its company, needs no review. */
  private boolean stillOpen(Output output) {
    boolean decided =
        output.wanted() == 1
            && output.issueId() != null
            && desk.find(output.issueId()).filter(one -> one.verdict() == null).isEmpty();
    if (decided) {
      sql.update(AI_OUTPUTS)
          .set(AI_OUTPUTS.STATE, "decided")
          .setNull(AI_OUTPUTS.HELD_BY)
          .setNull(AI_OUTPUTS.HELD_UNTIL)
          .set(AI_OUTPUTS.DECIDED_AT, clock.instant())
          .where(AI_OUTPUTS.ID.eq(output.id()))
          .execute();
    }
    return !decided;
  }

  private Optional<Output> held(Reviewer reviewer) {
    return sql.selectFrom(AI_OUTPUTS)
        .where(AI_OUTPUTS.HELD_BY.eq(reviewer.userId()))
        .and(AI_OUTPUTS.HELD_UNTIL.gt(clock.instant()))
        .and(allowed(reviewer))
        .orderBy(AI_OUTPUTS.HELD_UNTIL.desc())
        .limit(1)
        .fetchOptional(Output::of);
  }

  private Optional<Output> take(Reviewer reviewer, Condition which) {
    // INVARIANT: skipped rows are being taken by others, so that two never get the same one.
    return sql.selectFrom(AI_OUTPUTS)
        .where(which)
        .and(mayTake(reviewer))
        .orderBy(AI_OUTPUTS.PRIORITY.desc(), AI_OUTPUTS.ID)
        .limit(1)
        .forUpdate()
        .skipLocked()
        .fetchOptional()
        .map(row -> hold(row, reviewer));
  }

  private Output hold(AiOutputsRecord row, Reviewer reviewer) {
    sql.update(AI_OUTPUTS)
        .set(AI_OUTPUTS.HELD_BY, reviewer.userId())
        .set(AI_OUTPUTS.HELD_UNTIL, clock.instant().plus(HELD))
        .where(AI_OUTPUTS.ID.eq(row.getId()))
        .execute();
    return Output.of(row);
  }

  /** One of the reviewer's choice; holds it for the word that follows. */
  Output choose(Reviewer reviewer, UUID id) {
    var row =
        sql.selectFrom(AI_OUTPUTS)
            .where(AI_OUTPUTS.ID.eq(id))
            .and(allowed(reviewer))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("There is no such finding to review."));
    boolean others =
        row.getHeldBy() != null
            && !row.getHeldBy().equals(reviewer.userId())
            && row.getHeldUntil() != null
            && row.getHeldUntil().isAfter(clock.instant());
    if (others && !reviewer.admin()) {
      throw ApiProblem.conflict("Somebody else is looking at this finding.");
    }
    return Output.of(row);
  }

  /** Puts it back to the end of the reviewer's queue for as long as it would have been held. */
  void pass(Reviewer reviewer, UUID id) {
    sql.update(AI_OUTPUTS)
        .setNull(AI_OUTPUTS.HELD_BY)
        .set(AI_OUTPUTS.HELD_UNTIL, clock.instant().plus(HELD))
        .where(AI_OUTPUTS.ID.eq(id))
        .and(AI_OUTPUTS.HELD_BY.eq(reviewer.userId()))
        .execute();
  }

  void release(UUID id) {
    sql.update(AI_OUTPUTS)
        .setNull(AI_OUTPUTS.HELD_BY)
        .setNull(AI_OUTPUTS.HELD_UNTIL)
        .where(AI_OUTPUTS.ID.eq(id))
        .execute();
  }

  /** The most informative ones that a reviewer may take, without taking them. */
  List<Output> waiting(Reviewer reviewer, int limit) {
    return sql.selectFrom(AI_OUTPUTS)
        .where(AI_OUTPUTS.STATE.eq("open"))
        .and(mayTake(reviewer))
        .orderBy(AI_OUTPUTS.PRIORITY.desc(), AI_OUTPUTS.ID)
        .limit(limit)
        .fetch(Output::of);
  }

  int waitingCount(Reviewer reviewer, String state) {
    return sql.fetchCount(AI_OUTPUTS, AI_OUTPUTS.STATE.eq(state), mayTake(reviewer));
  }

  private Condition mayTake(Reviewer reviewer) {
    return allowed(reviewer)
        .and(AI_OUTPUTS.ISSUE_ID.isNotNull())
        .and(AI_OUTPUTS.HELD_UNTIL.isNull().or(AI_OUTPUTS.HELD_UNTIL.le(clock.instant())))
        .and(
            notExists(
                selectOne()
                    .from(HUMAN_CORRECTIONS)
                    .where(HUMAN_CORRECTIONS.ISSUE_ID.eq(AI_OUTPUTS.ISSUE_ID))
                    .and(HUMAN_CORRECTIONS.CORRECTED_BY.eq(reviewer.userId()))));
  }

  /** Testers see findings of companies that let others judge them; administrators see all. */
  private static Condition allowed(Reviewer reviewer) {
    return reviewer.admin()
        ? noCondition()
        : exists(
            selectOne()
                .from(TRAINING_CONSENTS)
                .where(TRAINING_CONSENTS.COMPANY_ID.eq(AI_OUTPUTS.COMPANY_ID))
                .and(TRAINING_CONSENTS.REVIEWED_BY_OTHERS));
  }

  /** Findings of one run, to be put in order; empty when no run has two. */
  List<Output> toRank(Reviewer reviewer, @Nullable UUID runId) {
    var run =
        runId != null
            ? Optional.of(runId)
            : sql.select(AI_OUTPUTS.TEST_RUN_ID)
                .from(AI_OUTPUTS)
                .where(allowed(reviewer))
                .and(
                    notExists(
                        selectOne()
                            .from(AI_OUTPUT_RANKINGS)
                            .where(AI_OUTPUT_RANKINGS.TEST_RUN_ID.eq(AI_OUTPUTS.TEST_RUN_ID))
                            .and(AI_OUTPUT_RANKINGS.RANKED_BY.eq(reviewer.userId()))))
                .groupBy(AI_OUTPUTS.TEST_RUN_ID)
                .having(count().ge(2))
                .orderBy(max(AI_OUTPUTS.PRIORITY).desc(), AI_OUTPUTS.TEST_RUN_ID)
                .limit(1)
                .fetchOptional(AI_OUTPUTS.TEST_RUN_ID);
    return run.map(
            id ->
                sql.selectFrom(AI_OUTPUTS)
                    .where(AI_OUTPUTS.TEST_RUN_ID.eq(id))
                    .and(allowed(reviewer))
                    .orderBy(AI_OUTPUTS.PRIORITY.desc(), AI_OUTPUTS.ID)
                    .limit(4)
                    .fetch(Output::of))
        .map(List::copyOf)
        .filter(list -> list.size() > 1)
        .orElse(List.of());
  }
}
