package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorState;
import dev.hitlai.health.internal.probe.Probed;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Shown;
import dev.hitlai.health.internal.state.Spans;
import dev.hitlai.health.internal.state.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A monitor that this server checks, with where it stands. */
final class Plan {
  private final double turn;
  final AtomicBoolean running = new AtomicBoolean();
  private volatile Monitor monitor;
  private volatile Spans maintenance;
  private volatile Shown shown;
  private volatile @Nullable Probed last;
  private volatile long lastDue;

  /**
   * @param turn where in its interval it is checked
   * @param lastDue of its last check, epoch milliseconds; 0 when it had none
   */
  Plan(Monitor monitor, double turn, Spans maintenance, Shown shown, long lastDue) {
    this.monitor = monitor;
    this.turn = turn;
    this.maintenance = maintenance;
    this.shown = shown;
    this.lastDue = lastDue;
  }

  Monitor monitor() {
    return monitor;
  }

  Shown shown() {
    return shown;
  }

  double turn() {
    return turn;
  }

  long lastDue() {
    return lastDue;
  }

  @Nullable Probed last() {
    return last;
  }

  void update(Monitor changed, Spans windows) {
    monitor = changed;
    maintenance = windows;
  }

  long intervalMs() {
    return monitor.watch().interval().toMillis();
  }

  /** A check ends before the next is due. */
  Duration timeout() {
    var watch = monitor.watch();
    return watch.timeout().compareTo(watch.interval()) < 0 ? watch.timeout() : watch.interval();
  }

  boolean hurries() {
    return shown.fold().wantsHurry();
  }

  /** Down, or about to be. */
  boolean fails() {
    return shown.state() == MonitorState.DOWN || shown.fold().failed().length() > 0;
  }

  /** Goes on by what a check found. */
  Outcome take(long due, long measuredAt, long lateMs, Probed probed, Parents parents) {
    var now = monitor;
    var watch = now.watch();
    var sample =
        new Sample(
            due,
            verdict(now, probed, measuredAt),
            2 * watch.interval().toMillis(),
            watch.failureThreshold(),
            watch.successThreshold());
    var culprit = sample.verdict() == Verdict.DOWN || fails() ? parents.failing(now) : null;
    var step = shown.after(sample, maintenance, culprit != null);
    shown = step.next();
    last = probed;
    lastDue = due;
    return new Outcome(
        now, sample, measuredAt, lateMs, probed, step.changes(), step.next(), culprit);
  }

  static Verdict verdict(Monitor monitor, Probed probed, long atMs) {
    if (!probed.passed()) {
      return Verdict.DOWN;
    }
    var expected = monitor.expectation();
    if (probed.totalMs() > expected.warning().toMillis()) {
      return Verdict.DEGRADED;
    }
    Instant end = probed.certificateExpiresAt();
    boolean ends =
        end != null
            && expected.certificateWarningDays() > 0
            && end.isBefore(
                Instant.ofEpochMilli(atMs)
                    .plus(Duration.ofDays(expected.certificateWarningDays())));
    return ends ? Verdict.DEGRADED : Verdict.UP;
  }
}
