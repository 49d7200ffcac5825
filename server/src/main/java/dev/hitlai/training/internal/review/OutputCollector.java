package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.ConfidenceCalibration;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunPaused;
import dev.hitlai.training.internal.learn.Features;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes the findings of each run into the queue of reviews. */
@Component
public class OutputCollector {
  /** Its instance is the run's id. */
  public static final TaskDescriptor<Void> JOB = TaskDescriptor.of("training-collect");

  /** A finding is compared with so many of its kind, the latest ones. */
  private static final int REMEMBERED = 200;

  /** One in so many is seen by two reviewers. */
  private static final int OVERLAP = 10;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final ReviewDesk desk;
  private final ConfidenceCalibration calibration;
  private final SchedulerClient jobs;
  private final Labels labels;
  private final Clock clock;

  OutputCollector(
      DSLContext sql,
      ReviewDesk desk,
      ConfidenceCalibration calibration,
      @Lazy SchedulerClient jobs,
      Labels labels,
      Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.calibration = calibration;
    this.jobs = jobs;
    this.labels = labels;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TestRunCompleted run) {
    ask(run.testRunId());
  }

  /** People judge a hybrid run's findings; what they say needs something to belong to. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TestRunPaused run) {
    ask(run.testRunId());
  }

  private void ask(UUID runId) {
    jobs.scheduleIfNotExists(JOB.instance(runId.toString()).build(), clock.instant());
  }

  /**
   * As the platform; told again, it writes nothing twice.
   *
   * @return how many findings the run has
   */
  @Transactional
  public int collect(UUID runId) {
    var findings = desk.ofRun(runId);
    var seen = new HashMap<String, List<Float[]>>();
    for (var finding : findings) {
      put(
          finding,
          seen.computeIfAbsent(finding.facts().category(), category -> seen(runId, category)));
    }
    return findings.size();
  }

  private void put(AiFinding finding, List<Float[]> seen) {
    var facts = finding.facts();
    float[] meaning = Features.meaning(facts);
    double probability =
        calibration
            .of(finding.companyId(), finding.runId(), finding.fingerprint(), facts)
            .probability();
    var priority = Priority.of(facts, probability, novelty(meaning, seen));
    sql.insertInto(AI_OUTPUTS)
        .set(AI_OUTPUTS.ISSUE_ID, finding.issueId())
        .set(AI_OUTPUTS.TEST_RUN_ID, finding.runId())
        .set(AI_OUTPUTS.COMPANY_ID, finding.companyId())
        .set(AI_OUTPUTS.FINGERPRINT, finding.fingerprint())
        .set(AI_OUTPUTS.SITE, facts.site())
        .set(AI_OUTPUTS.FACTS, JSONB.valueOf(JSON.writeValueAsString(facts)))
        .set(AI_OUTPUTS.SEEN_BY, JSONB.valueOf(JSON.writeValueAsString(finding.seenBy())))
        .set(AI_OUTPUTS.EMBEDDING, boxed(meaning))
        .set(AI_OUTPUTS.MODEL_VERSION, finding.modelVersion())
        .set(AI_OUTPUTS.CONFIDENCE, share(facts.confidence()))
        .set(AI_OUTPUTS.CALIBRATED, share(probability))
        .set(AI_OUTPUTS.SEVERITY, facts.severity())
        .set(AI_OUTPUTS.CATEGORY, facts.category())
        .set(AI_OUTPUTS.UNCERTAINTY, share(priority.uncertainty()))
        .set(AI_OUTPUTS.NOVELTY, share(priority.novelty()))
        .set(AI_OUTPUTS.EXPOSURE, share(priority.exposure()))
        .set(AI_OUTPUTS.PRIORITY, share(priority.value()))
        .set(AI_OUTPUTS.WANTED, wanted(finding))
        .set(AI_OUTPUTS.CREATED_AT, clock.instant())
        .onConflict(AI_OUTPUTS.TEST_RUN_ID, AI_OUTPUTS.FINGERPRINT)
        .doUpdate()
        .set(AI_OUTPUTS.ISSUE_ID, finding.issueId())
        .execute();
    // What people said meanwhile.
    labels.refresh(finding.issueId());
  }

  /** Drawn by what the finding is, so that it is the same whoever asks. */
  private static int wanted(AiFinding finding) {
    int drawn = (finding.runId() + finding.fingerprint()).hashCode() * 0x9E3779B9;
    return Integer.remainderUnsigned(drawn, OVERLAP) == 0 ? 2 : 1;
  }

  /** The latest of a category in other runs. */
  private List<Float[]> seen(UUID runId, String category) {
    return sql.select(AI_OUTPUTS.EMBEDDING)
        .from(AI_OUTPUTS)
        .where(AI_OUTPUTS.CATEGORY.eq(category))
        .and(AI_OUTPUTS.TEST_RUN_ID.ne(runId))
        .orderBy(AI_OUTPUTS.CREATED_AT.desc())
        .limit(REMEMBERED)
        .fetch(AI_OUTPUTS.EMBEDDING);
  }

  /** 1 minus the likeness of the likest one. */
  private static double novelty(float[] meaning, List<Float[]> seen) {
    double likest = 0;
    for (Float[] other : seen) {
      double cosine = 0;
      for (int i = 0; i < meaning.length; i++) {
        cosine += meaning[i] * other[i];
      }
      likest = Math.max(likest, cosine);
    }
    return 1 - likest;
  }

  private static Float[] boxed(float[] numbers) {
    var boxed = new Float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }

  private static BigDecimal share(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
