package dev.hitlai.bench;

import dev.hitlai.HitlaiApplication;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server as a process of its own, for {@link HealthCrashBench} to kill. */
final class CrashedServer {
  private CrashedServer() {}

  public static void main(String[] arguments) {
    start(arguments);
  }

  static ConfigurableApplicationContext start(String... more) {
    return new SpringApplication(HitlaiApplication.class)
        .run(
            Stream.concat(
                    Stream.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        // What a dead server had in hand is taken up after 8 s instead of 40.
                        "--db-scheduler.heartbeat-interval=2s"),
                    Arrays.stream(more))
                .toArray(String[]::new));
  }
}
