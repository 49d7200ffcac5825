package dev.hitlai.aitester.browser;

import java.time.Duration;

/** Waits until what an action caused has come: requests answered, the page at rest. */
record Settling(BrowserSession session, PageScript script) {
  private static final int PAUSE_MILLIS = 30;
  private static final double CALM_MILLIS = 90;

  /** A page that never rests (a ticker, an animation) is waited for no longer than this. */
  private static final long RESTLESS_MILLIS = 600;

  private static final long LONGEST_MILLIS = 6000;
  private static final long STALE_REQUEST_NANOS = Duration.ofSeconds(4).toNanos();

  /** False when the page is still loading, or waiting, after the longest wait. */
  boolean settle() {
    long start = System.nanoTime();
    long idleSince = start;
    session.pump(PAUSE_MILLIS);
    long longest = Math.min(LONGEST_MILLIS, session.timeLeft().toMillis() / 2);
    while (millisSince(start) < longest) {
      if (session.journal().isWaiting(STALE_REQUEST_NANOS)) {
        idleSince = System.nanoTime();
      } else {
        var quiet = script.quiet();
        boolean loading = quiet.ready().equals("loading");
        boolean calm = !loading && quiet.since() >= CALM_MILLIS;
        if (calm || (!loading && millisSince(idleSince) > RESTLESS_MILLIS)) {
          return true;
        }
      }
      session.pump(PAUSE_MILLIS);
    }
    return false;
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
