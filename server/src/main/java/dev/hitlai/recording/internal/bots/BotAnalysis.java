package dev.hitlai.recording.internal.bots;

import static dev.hitlai.recording.internal.jooq.Tables.VELOCITY_ANALYSIS;

import dev.hitlai.monitoring.Suspicion;
import dev.hitlai.recording.internal.jooq.tables.records.RecordingSessionsRecord;
import dev.hitlai.recording.internal.signals.Story;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says at the end of a session whether a person was there. What looks like a program's waits for a
 * person who decides; nobody is punished by it.
 */
@Component
public class BotAnalysis {
  private static final int LONGEST = 9_999_999;
  private final DSLContext sql;
  private final BotSettings settings;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  BotAnalysis(
      DSLContext sql, BotSettings settings, ApplicationEventPublisher events, JsonMapper json) {
    this.sql = sql;
    this.settings = settings;
    this.events = events;
    this.json = json;
  }

  /** Looks at a session of a visitor or tester; an AI is no person and needn't be found out. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void look(RecordingSessionsRecord session, Story story) {
    if (session.getSource().equals("ai")) {
      return;
    }
    var judgement = Judge.judge(story, markers(session.getMetadata()));
    boolean flagged = judgement.probability() >= settings.review();
    boolean fresh = store(session, judgement, flagged);
    if (flagged && fresh) {
      events.publishEvent(
          new Suspicion(
              Suspicion.Kind.BOT,
              "session:" + session.getId(),
              null,
              session.getCompanyId(),
              "probability %.2f: %s"
                  .formatted(
                      judgement.probability(),
                      judgement.reasons().stream()
                          .map(Judgement.Reason::name)
                          .collect(Collectors.joining(", ")))));
    }
  }

  private int markers(JSONB metadata) {
    return json.readTree(metadata.data()).path("b").asInt(0);
  }

  /** Whether the session is new in the queue; one that somebody decided on stays decided. */
  private boolean store(RecordingSessionsRecord session, Judgement judgement, boolean flagged) {
    var v = VELOCITY_ANALYSIS;
    var figures = judgement.figures();
    var before = sql.selectFrom(v).where(v.SESSION_ID.eq(session.getId())).forUpdate().fetchOne();
    var row = before == null ? sql.newRecord(v) : before;
    boolean fresh = before == null || !before.getFlaggedForReview();
    row.setSessionId(session.getId());
    row.setSessionCreatedAt(session.getCreatedAt());
    row.setCompanyId(session.getCompanyId());
    row.setTesterId(session.getTesterId());
    row.setTestRunId(session.getTestRunId());
    row.setSource(session.getSource());
    row.setTotalInteractions(figures.interactions());
    row.setTimeSpanSeconds(number(figures.seconds()));
    row.setInteractionsPerMinute(number(figures.perMinute()));
    row.setClickVelocity(number(figures.clicksPerMinute()));
    row.setScrollVelocity(number(figures.scrollsPerMinute()));
    row.setTypingVelocity(number(figures.keysPerMinute()));
    row.setAvgTimeBetweenActionsMs(number(figures.gaps().mean()));
    row.setMinTimeBetweenActionsMs(number(figures.gaps().least()));
    row.setMaxTimeBetweenActionsMs(number(figures.gaps().most()));
    row.setStddevTimeBetweenActionsMs(number(figures.gaps().deviation()));
    row.setUniformTimingDetected(judgement.says("uniform_timing"));
    row.setSuperhumanSpeedDetected(judgement.says("superhuman_speed"));
    row.setNoHesitationDetected(judgement.says("no_hesitation"));
    row.setPerfectAccuracyDetected(judgement.says("dead_centre"));
    row.setBotProbabilityScore(share(judgement.probability()));
    row.setConfidence(share(judgement.confidence()));
    row.setIsLikelyBot(judgement.probability() >= settings.likely());
    row.setReasoning(
        judgement.reasons().stream()
            .map(Judgement.Reason::sentence)
            .collect(Collectors.joining(" ")));
    row.setReasons(JSONB.valueOf(json.writeValueAsString(judgement.reasons())));
    row.setFlaggedForReview(flagged);
    row.store();
    return fresh;
  }

  private static BigDecimal number(double value) {
    return BigDecimal.valueOf(Math.clamp(value, 0, LONGEST)).setScale(3, RoundingMode.HALF_UP);
  }

  private static BigDecimal share(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
