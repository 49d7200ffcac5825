package dev.hitlai.aitester.browser;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Set;

/**
 * The line and the processor of somebody on the way with a mid-range phone.
 *
 * <p>The full figures are Lighthouse's "slow 4G" (150 ms round trip, 1.6 Mbit/s down, 750 kbit/s
 * up, processor 4 times slower; Lighthouse docs/throttling.md). A site on the loopback interface
 * has no distance of its own and is tested while it is built, so that a quarter of the penalty is
 * applied there: it still orders pages by weight, and leaves the time budget for looking.
 *
 * @param latencyMillis added to each request
 * @param downBytes per second
 * @param upBytes per second
 * @param processorSlowdown factor
 */
record ConnectionProfile(
    double latencyMillis, double downBytes, double upBytes, double processorSlowdown) {
  static final ConnectionProfile SLOW_4G =
      new ConnectionProfile(150, 1_600_000 / 8.0, 750_000 / 8.0, 4);
  static final ConnectionProfile SLOW_4G_AT_HOME =
      new ConnectionProfile(150 / 4.0, 4 * 1_600_000 / 8.0, 4 * 750_000 / 8.0, 2);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  static ConnectionProfile slowTo(URI site) {
    return LOOPBACK.contains(site.getHost()) ? SLOW_4G_AT_HOME : SLOW_4G;
  }

  JsonObject networkConditions() {
    var conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", latencyMillis);
    conditions.addProperty("downloadThroughput", downBytes);
    conditions.addProperty("uploadThroughput", upBytes);
    return conditions;
  }
}
