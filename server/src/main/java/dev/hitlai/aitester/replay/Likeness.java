package dev.hitlai.aitester.replay;

import dev.hitlai.aitester.StepRecord.Landing;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.replay.ReplayReport.Verdict;
import dev.hitlai.aitester.report.RunDocument;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a step went as recorded: it worked or failed as then, led to the same page, and the page
 * answered if it did then. Words may change; title and heading together may not.
 */
record Likeness(Verdict verdict, String detail) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  static Likeness same(String note) {
    return new Likeness(Verdict.SAME, note);
  }

  static Likeness diverged(String detail) {
    return new Likeness(Verdict.DIVERGED, detail);
  }

  static Likeness of(
      RunDocument.Step recorded, Outcome outcome, Landing landing, Deployment deployment) {
    var then = recorded.outcome();
    var now = outcome.kind().name().toLowerCase(Locale.ROOT);
    if (now.equals("error") != then.equals("error")) {
      return diverged(
          now.equals("error")
              ? "failed: " + outcome.detail()
              : "works now; in the recording: " + recorded.outcomeDetail());
    }
    var elsewhere = elsewhere(recorded.landing(), landing, deployment);
    if (!elsewhere.isEmpty()) {
      return diverged(elsewhere);
    }
    var answers = RecordedAction.of(recorded).expectsAnswer();
    if (answers && now.equals("nothing") != then.equals("nothing")) {
      return diverged(
          now.equals("nothing")
              ? "nothing happened; in the recording: " + recorded.outcomeDetail()
              : "something happened: " + outcome.detail() + "; in the recording nothing did");
    }
    return words(recorded.landing(), landing);
  }

  /** The page on which the mission ended. */
  static Likeness ofEnd(RunDocument.Step recorded, Landing landing, Deployment deployment) {
    var elsewhere = elsewhere(recorded.landing(), landing, deployment);
    return elsewhere.isEmpty() ? words(recorded.landing(), landing) : diverged(elsewhere);
  }

  private static String elsewhere(
      RunDocument.@Nullable Landing recorded, Landing now, Deployment deployment) {
    var then = Objects.requireNonNull(recorded);
    return deployment.same(then.url(), now.url())
        ? ""
        : "led to " + now.url() + " instead of " + deployment.here(then.url());
  }

  private static Likeness words(RunDocument.@Nullable Landing recorded, Landing now) {
    var then = Objects.requireNonNull(recorded);
    var title = differs(then.title(), now.title());
    var heading = differs(then.heading(), now.heading());
    if (title && heading) {
      return diverged(
          "another page is shown: “%s” with the heading “%s”, was “%s” with “%s”"
              .formatted(now.title(), now.heading(), then.title(), then.heading()));
    }
    if (title) {
      return same("its title is “%s”, was “%s”".formatted(now.title(), then.title()));
    }
    return same(
        heading ? "its heading is “%s”, was “%s”".formatted(now.heading(), then.heading()) : "");
  }

  private static boolean differs(String then, String now) {
    return !DIGITS.matcher(then).replaceAll("0").equals(DIGITS.matcher(now).replaceAll("0"));
  }
}
