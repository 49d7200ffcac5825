package dev.hitlai.bench;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.browser.Actuator;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.perception.Perception;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** One go at an interactive page: look, decide, act, until the page gives its verdict. */
public final class TaskAttempt {
  private static final int MOST_STEPS = 40;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /**
   * What came of it.
   *
   * @param verdict {@code done}, {@code failed} or {@code open}
   * @param seconds wall time from the first look to the verdict
   * @param steps what was done and why, a line each
   */
  public record Result(String instruction, String verdict, double seconds, List<String> steps) {
    public boolean solved() {
      return verdict.equals("done");
    }
  }

  private final BrowserSession session;
  private final Actuator actuator;

  private TaskAttempt(BrowserSession session) {
    this.session = session;
    actuator = new Actuator(session);
  }

  /** Works in a browser of the pool, in a session of its own. */
  public static Result at(URI page, Persona persona, BrowserPool pool) throws InterruptedException {
    return in(page, persona, pool, attempt -> attempt.work(page, persona));
  }

  /** What a page asks for, and its verdict before anything was done. */
  public static Result asked(URI page, Persona persona, BrowserPool pool)
      throws InterruptedException {
    return in(page, persona, pool, attempt -> attempt.look(page));
  }

  private static Result in(
      URI page, Persona persona, BrowserPool pool, Function<TaskAttempt, Result> work)
      throws InterruptedException {
    var plan =
        new TestPlan(
            page,
            List.of(),
            List.of(persona),
            null,
            new Budget(LONGEST, 1, MOST_STEPS),
            Set.of(),
            null,
            null,
            1);
    var settings = SessionSettings.of(plan, persona);
    try {
      return pool.submit(
              browsing -> {
                try (var session = browsing.open(settings)) {
                  return work.apply(new TaskAttempt(session));
                }
              })
          .get();
    } catch (ExecutionException e) {
      return new Result("", "failed", LONGEST.toSeconds(), List.of(String.valueOf(e.getCause())));
    }
  }

  private Result look(URI page) {
    session.open(page.toString());
    session.settle();
    return new Result(asked("instruction"), asked("outcome"), 0, List.of());
  }

  private Result work(URI page, Persona persona) {
    session.open(page.toString());
    session.settle();
    var instruction = asked("instruction");
    long start = System.nanoTime();
    var mind = new OfflineMindFactory().create(instruction, persona, page, MOST_STEPS, 1);
    var steps = new ArrayList<String>();
    while (steps.size() < MOST_STEPS && !session.timeLeft().isZero() && isOpen()) {
      if (!step(mind, page, persona, steps)) {
        break;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(instruction, asked("outcome"), seconds, steps);
  }

  private boolean isOpen() {
    return asked("outcome").equals("open");
  }

  /** False when the mind ended the mission. */
  private boolean step(Mind mind, URI page, Persona persona, List<String> steps) {
    var decision = mind.decide(Perception.of(session));
    var action = decision.action();
    if (action instanceof Action.Finish || action instanceof Action.GiveUp) {
      steps.add(action.describe() + " · " + decision.reason());
      return false;
    }
    var outcome = actuator.perform(action);
    steps.add(action.describe() + " · " + decision.reason() + " · " + outcome.detail());
    var step =
        new StepRecord(
            steps.size(),
            0,
            persona.name(),
            decision.subGoal(),
            action,
            outcome,
            page.toString(),
            null,
            null,
            decision.reason(),
            decision.scent(),
            decision.predictedSeconds(),
            0,
            mind.mood().sentiment(),
            null);
    mind.learn(step, Perception.of(session));
    return true;
  }

  /** What the page's own script says; the tester's eyes can't see it. */
  private String asked(String what) {
    return session.within(
        Duration.ofSeconds(5), () -> String.valueOf(session.page().evaluate("task." + what)));
  }
}
