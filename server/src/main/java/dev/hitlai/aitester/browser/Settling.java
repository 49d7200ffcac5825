package dev.hitlai.aitester.browser;

import java.time.Duration;

/** Waits until what an action caused has come: requests answered, the page drawn and at rest. */
record Settling(BrowserSession session, PageScript script) {
  /** A page that is new is looked at for a moment before anything is done. */
  private static final int FIRST_LOOK_MILLIS = 2000;

  /** Up to a second people feel that the page is still answering (Nielsen 1993). */
  private static final int ANSWER_MILLIS = 1000;

  private static final int PAUSE_MILLIS = 30;
  private static final double CALM_MILLIS = 90;

  /** A page that never rests (a ticker, an animation) is waited for no longer than this. */
  private static final long RESTLESS_MILLIS = 600;

  /** In the time of pauses, which a busy machine stretches as it stretches the page's own work. */
  private static final long LONGEST_MILLIS = 6000;

  private static final int STRETCH = 3;
  private static final int MAX_VAIN_WAITS = 2;
  private static final long STALE_REQUEST_NANOS = Duration.ofSeconds(4).toNanos();

  /** False when the page is still loading, or waiting, after the longest wait. */
  boolean settle() {
    boolean rested = rest();
    if (rested && awaitTimers()) {
      rested = rest();
    }
    session.journal().rest();
    return rested;
  }

  /**
   * What the page is about to do by a timer is waited for. Whether a timer counts depends on its
   * delay alone, never on how much of it has passed: that differs from run to run. Some pages have
   * one running all the time; those are soon no longer waited for.
   */
  private boolean awaitTimers() {
    var journal = session.journal();
    int span = journal.hasRested() ? ANSWER_MILLIS : FIRST_LOOK_MILLIS;
    if (journal.vainWaits() >= MAX_VAIN_WAITS || session.timeLeft().toMillis() < 2 * span) {
      return false;
    }
    int waited = 0;
    for (int wait = session.expectTimers(span);
        wait > 0 && waited < 2 * span;
        wait = session.timersLeft()) {
      session.pump(wait + PAUSE_MILLIS); // On a busy machine its time comes later.
      waited += wait + PAUSE_MILLIS;
    }
    if (waited > 0 && script.quiet().since() > waited && !journal.isWaiting(STALE_REQUEST_NANOS)) {
      journal.noteVainWait();
    }
    return waited > 0;
  }

  private boolean rest() {
    session.journal().noteDrawn(false);
    long start = System.nanoTime();
    long idle = 0;
    int pause = PAUSE_MILLIS;
    session.pump(pause);
    long longest = Math.min(STRETCH * LONGEST_MILLIS, session.timeLeft().toMillis() / 2);
    for (long passed = pause;
        passed < LONGEST_MILLIS && millisSince(start) < longest;
        passed += pause) {
      pause = PAUSE_MILLIS;
      if (session.journal().isWaiting(STALE_REQUEST_NANOS)) {
        idle = 0;
      } else {
        var quiet = script.quiet();
        boolean loading = quiet.ready().equals("loading");
        boolean calm = !loading && quiet.drawn() && quiet.since() >= CALM_MILLIS;
        if (calm || (!loading && idle > RESTLESS_MILLIS)) {
          session.journal().noteDrawn(calm);
          return true;
        }
        pause = untilCalm(quiet.since());
      }
      session.pump(pause);
      idle += pause;
    }
    return false;
  }

  /** Asked before it can be calm, the page would only be kept from coming to rest. */
  private static int untilCalm(double sinceMillis) {
    return (int) Math.clamp(Math.ceil(CALM_MILLIS - sinceMillis), PAUSE_MILLIS, CALM_MILLIS);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
