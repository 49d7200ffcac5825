package dev.hitlai.aitester.run;

import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.PageRecorder;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.gate.RunEvidence;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries news from the browsers' threads to the listener on the run's own thread, and the wish to
 * stop the other way. What it carries names no password.
 */
final class Relay {
  private static final long POLL_MILLIS = 50;

  private final RunListener listener;
  private final int runs;
  private final Secrets secrets;
  private final Oversight oversight;
  private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
  private final Map<String, Double> fractions = new ConcurrentHashMap<>();
  private volatile boolean cancelled;

  Relay(RunListener listener, int runs, Secrets secrets) {
    this(listener, runs, secrets, Oversight.NONE);
  }

  /**
   * @param runs how many pairs of mission and persona there are
   */
  Relay(RunListener listener, int runs, Secrets secrets, Oversight oversight) {
    this.listener = listener;
    this.secrets = secrets;
    this.oversight = oversight;
    this.runs = Math.max(1, runs);
  }

  boolean cancelled() {
    return cancelled || oversight.stopped() != null;
  }

  /** Why the run has to end, as the beginning of a sentence. */
  String whyStopped() {
    var reason = oversight.stopped();
    return reason == null ? "Stopped on request" : "Stopped by the platform (" + reason + ")";
  }

  Oversight oversight() {
    return oversight;
  }

  /** Records pages on the browsers' own threads: what it stores can't wait for the run's. */
  @Nullable PageRecorder recorder() {
    return listener.recorder();
  }

  void cancel() {
    cancelled = true;
  }

  /**
   * @param run the pair of mission and persona
   * @param fraction 0 to 1 of that pair
   */
  void progress(String run, String what, double fraction) {
    fractions.merge(run, Math.clamp(fraction, 0, 1), Math::max);
    double all = fractions.values().stream().mapToDouble(Double::doubleValue).sum() / runs;
    news.add(() -> listener.progress(what, Math.clamp(all, 0, 1)));
  }

  void step(StepRecord step) {
    var discreet = step.reworded(secrets.learn(step.action())::mask);
    news.add(() -> listener.step(discreet));
  }

  void finding(Finding finding) {
    news.add(() -> listener.finding(finding));
  }

  void kept(RunEvidence evidence) {
    news.add(() -> listener.kept(evidence));
  }

  void work(AgentWork work) {
    var discreet = discreet(work);
    news.add(() -> listener.agentWork(discreet));
  }

  /** The work without the passwords that are known by now. */
  AgentWork discreet(AgentWork work) {
    return new AgentWork(
        work.agent(),
        work.startedAt(),
        work.duration(),
        work.succeeded(),
        secrets.mask(work.input()),
        secrets.mask(work.output()));
  }

  /** Asks the listener whether to stop; called on the run's thread. */
  void askWhetherToStop() {
    if (!cancelled && listener.cancelled()) {
      cancelled = true;
    }
  }

  /** Delivers what has come, waiting a moment for more; called on the run's thread. */
  void deliver() throws InterruptedException {
    askWhetherToStop();
    var next = news.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    while (next != null) {
      next.run();
      next = news.poll();
    }
  }

  void deliverRest() {
    for (var next = news.poll(); next != null; next = news.poll()) {
      next.run();
    }
  }
}
