package dev.hitlai.health.internal.alerts;

/**
 * What a monitor came to in a window, outside maintenance.
 *
 * @param answered checks that have a response time; {@code spentMs} is the sum of these
 * @param trafficRows rows of real traffic; 0 when none is counted
 * @param upMs of long windows the time up; else 0
 */
public record Sums(
    long checks,
    long failed,
    long answered,
    double spentMs,
    long trafficRows,
    long requests,
    long failedRequests,
    long upMs,
    long downMs) {
  public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Of fewer requests a share says nothing. */
  private static final int ENOUGH_REQUESTS = 20;

  boolean isEmpty() {
    return checks == 0 && requests == 0 && upMs + downMs == 0;
  }

  long failures() {
    return failed + failedRequests;
  }

  /**
   * What failed, 0 to 1: of the checks or of our users' requests, whichever is worse, so that
   * neither hides the other. Of long windows a share of time, which checks in a hurry don't change.
   */
  double failedShare() {
    double seen =
        upMs + downMs > 0
            ? (double) downMs / (upMs + downMs)
            : checks == 0 ? 0 : (double) failed / checks;
    double felt = requests < ENOUGH_REQUESTS ? 0 : (double) failedRequests / requests;
    return Math.max(seen, felt);
  }

  public Sums plus(Sums other) {
    return new Sums(
        checks + other.checks,
        failed + other.failed,
        answered + other.answered,
        spentMs + other.spentMs,
        trafficRows + other.trafficRows,
        requests + other.requests,
        failedRequests + other.failedRequests,
        upMs + other.upMs,
        downMs + other.downMs);
  }
}
