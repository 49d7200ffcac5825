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

  void settle() {
    long start = System.nanoTime();
    long idleSince = start;
    session.pump(PAUSE_MILLIS);
    while (millisSince(start) < LONGEST_MILLIS) {
      if (session.journal().isWaiting(STALE_REQUEST_NANOS)) {
        idleSince = System.nanoTime();
      } else {
        var quiet = script.quiet();
        boolean calm = !quiet.ready().equals("loading") && quiet.since() >= CALM_MILLIS;
        if (calm || millisSince(idleSince) > RESTLESS_MILLIS) {
          return;
        }
      }
      session.pump(PAUSE_MILLIS);
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
