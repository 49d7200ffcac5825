package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LimitsOnTwoServersTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final SettableClock clock = SettableClock.fixedAt("2026-01-31T12:00:00Z");

  @Test
  void letInExactlyAsManyAsTheLimitTogether() throws Exception {
    var servers = List.of(server(), server());
    var limit = Limit.perMinute(30);
    assertThat(letIn(servers, limit, 90)).isEqualTo(30);
    clock.advance(Duration.ofSeconds(20));
    assertThat(letIn(servers, limit, 40)).as("a third of a minute later").isEqualTo(10);
  }

  @Test
  void forgiveACallerOnAllServers() {
    var one = server();
    var other = server();
    var limit = Limit.perHour(1);
    assertThat(one.take("api|user:a", limit).allowed()).isTrue();
    assertThat(other.take("api|user:a", limit).allowed()).isFalse();
    one.forgive("api|user:a");
    assertThat(other.take("api|user:a", limit).allowed()).isTrue();
    assertThat(one.take("api|user:a", limit).allowed()).isFalse();
  }

  @Test
  void tellWhoListens() {
    var heard = new ArrayList<String>();
    var server =
        new RateLimits(
            database.appDataSource(),
            clock,
            List.of(
                (bucket, endpoint, standing) ->
                    heard.add(bucket + " " + endpoint + " " + standing.allowed())));
    server.take("login|192.0.2.7", Limit.perHour(1));
    server.take("login|192.0.2.7", Limit.perHour(1));
    assertThat(heard).containsExactly("login|192.0.2.7 login true", "login|192.0.2.7 login false");
  }

  private RateLimits server() {
    return new RateLimits(database.appDataSource(), clock, List.of());
  }

  private static int letIn(List<RateLimits> servers, Limit limit, int requests) throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var asked = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < requests; i++) {
        var server = servers.get(i % servers.size());
        Callable<Boolean> ask = () -> server.take("api|user:two", limit).allowed();
        asked.add(threads.submit(ask));
      }
      int allowed = 0;
      for (var one : asked) {
        allowed += one.get() ? 1 : 0;
      }
      return allowed;
    }
  }
}
