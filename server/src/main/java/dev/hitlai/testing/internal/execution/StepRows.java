package dev.hitlai.testing.internal.execution;

import static dev.hitlai.testing.internal.jooq.Tables.ACTION_ATTEMPTS;
import static dev.hitlai.testing.internal.jooq.Tables.MISSION_STEPS;

import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.report.StepInputs;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.runs.StepTrace;
import dev.hitlai.testing.internal.runs.TestRun;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a step of a run and what the tester did in it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepRows {
  private final DSLContext sql;
  private final Clock clock;

  StepRows(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param index position in the run, from 0
   */
  void add(TestRun run, int index, StepRecord step) {
    UUID screenshot = ArtifactReference.id(step.screenshot()).orElse(null);
    UUID id = addStep(run, index, step, screenshot);
    addAction(run, id, step, screenshot);
  }

  private UUID addStep(TestRun run, int index, StepRecord step, @Nullable UUID screenshot) {
    Instant end = clock.instant();
    return sql.insertInto(MISSION_STEPS)
        .set(MISSION_STEPS.TEST_RUN_ID, run.id())
        .set(MISSION_STEPS.COMPANY_ID, run.companyId())
        .set(MISSION_STEPS.STEP_INDEX, index)
        .set(MISSION_STEPS.TITLE, step.action().describe())
        .set(MISSION_STEPS.DESCRIPTION, step.reason())
        .set(MISSION_STEPS.STATUS, succeeded(step) ? "completed" : "failed")
        .set(MISSION_STEPS.URL, step.url())
        .set(MISSION_STEPS.SENTIMENT_SCORE, BigDecimal.valueOf(step.sentiment()))
        .set(MISSION_STEPS.TRACE, Json.of(trace(step)))
        .set(MISSION_STEPS.SCREENSHOT_ID, screenshot)
        .set(MISSION_STEPS.STARTED_AT, end.minusMillis(step.actualMillis()))
        .set(MISSION_STEPS.COMPLETED_AT, end)
        .set(MISSION_STEPS.DURATION_MS, step.actualMillis())
        .returning(MISSION_STEPS.ID)
        .fetchSingle(MISSION_STEPS.ID);
  }

  private static StepTrace trace(StepRecord step) {
    return new StepTrace(
        step.subGoal(),
        step.scent(),
        step.predictedSeconds(),
        word(step.outcome().kind()),
        step.outcome().detail());
  }

  private void addAction(TestRun run, UUID stepId, StepRecord step, @Nullable UUID screenshot) {
    sql.insertInto(ACTION_ATTEMPTS)
        .set(ACTION_ATTEMPTS.MISSION_STEP_ID, stepId)
        .set(ACTION_ATTEMPTS.TEST_RUN_ID, run.id())
        .set(ACTION_ATTEMPTS.COMPANY_ID, run.companyId())
        .set(
            ACTION_ATTEMPTS.ACTION,
            step.action().getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .set(ACTION_ATTEMPTS.SELECTOR, step.target())
        .set(ACTION_ATTEMPTS.TARGET_NAME, step.targetName())
        .set(ACTION_ATTEMPTS.VALUE, value(step.action()))
        .set(ACTION_ATTEMPTS.URL, step.url())
        .set(ACTION_ATTEMPTS.SUCCESS, succeeded(step))
        .set(ACTION_ATTEMPTS.OUTCOME, word(step.outcome().kind()))
        .set(ACTION_ATTEMPTS.ERROR_MESSAGE, succeeded(step) ? null : step.outcome().detail())
        .set(ACTION_ATTEMPTS.SCREENSHOT_ID, screenshot)
        .set(ACTION_ATTEMPTS.DURATION_MS, step.actualMillis())
        .set(ACTION_ATTEMPTS.DETAILS, Json.of(details(run, step)))
        .execute();
  }

  /** With what it takes to do the action again. */
  private static Map<String, Object> details(TestRun run, StepRecord step) {
    var secrets = Secrets.statedIn(List.of(run.mission())).learn(step.action());
    var details = new HashMap<String, Object>();
    details.put("incidents", step.outcome().incidents());
    details.put("input", StepInputs.of(step.action(), secrets));
    if (step.landing() != null) {
      details.put("landing", step.landing());
    }
    return details;
  }

  private static @Nullable String value(Action action) {
    return switch (action) {
      case Action.Type type -> isSecret(type) ? Secrets.MASK : type.text();
      case Action.Select select -> select.option();
      case Action.Check check -> String.valueOf(check.checked());
      case Action.Press press -> press.key();
      case Action.Keys keys -> keys.key();
      case Action.Mark mark -> mark.passage();
      case Action.Open open -> open.address().toString();
      case Action.Click _,
          Action.Gesture _,
          Action.Drag _,
          Action.Scroll _,
          Action.Hover _,
          Action.Back _,
          Action.Await _,
          Action.Finish _,
          Action.GiveUp _ ->
          null;
    };
  }

  private static boolean isSecret(Action.Type type) {
    var field = type.target().field();
    return field != null && "password".equalsIgnoreCase(field.type());
  }

  private static boolean succeeded(StepRecord step) {
    return step.outcome().kind() != Outcome.Kind.ERROR;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
