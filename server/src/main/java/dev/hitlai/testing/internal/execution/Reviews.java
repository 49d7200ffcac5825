package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.platform.AiPermit;
import dev.hitlai.testing.FindingReview;
import dev.hitlai.testing.FindingReview.Reviewed;
import dev.hitlai.testing.FindingReview.ReviewedRun;
import dev.hitlai.testing.RunOversight;
import dev.hitlai.testing.internal.runs.TestRun;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever keeps the platform's rules, if somebody does, about a run and what it found. */
@Component("reviewsOfRuns")
class Reviews {
  private final ObjectProvider<FindingReview> review;
  private final ObjectProvider<RunOversight> oversight;
  private final ObjectProvider<AiPermit> permit;

  Reviews(
      ObjectProvider<FindingReview> review,
      ObjectProvider<RunOversight> oversight,
      ObjectProvider<AiPermit> permit) {
    this.review = review;
    this.oversight = oversight;
    this.permit = permit;
  }

  /** Why no AI may act now; null while it may. */
  @Nullable String stopped() {
    var switched = permit.getIfAvailable();
    return switched == null ? null : switched.stopped();
  }

  Oversight oversight(TestRun run) {
    var watching = oversight.getIfAvailable();
    return watching == null ? Oversight.NONE : watching.of(reviewed(run));
  }

  boolean mayBeShown(TestRun run, Finding finding) {
    var asked = review.getIfAvailable();
    return asked == null || asked.mayBeShown(reviewed(run), finding);
  }

  Reviewed review(TestRun run, TestReport report) {
    var asked = review.getIfAvailable();
    return asked == null
        ? new Reviewed(report, Map.of(), List.of())
        : asked.review(reviewed(run), report);
  }

  void stored(TestRun run, Reviewed reviewed, Map<String, UUID> issues) {
    review.ifAvailable(asked -> asked.stored(reviewed(run), reviewed, issues));
  }

  private static ReviewedRun reviewed(TestRun run) {
    var platform = run.platform();
    return new ReviewedRun(
        run.id(),
        run.companyId(),
        run.url(),
        run.mission(),
        run.persona(),
        List.copyOf(run.config().hosts()),
        run.type(),
        platform != null && platform.touch() ? "mobile" : "web",
        null);
  }
}
