package dev.hitlai.testsupport;

import dev.hitlai.models.internal.call.Sleeper;
import dev.hitlai.platform.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

/** The settings and beans in which the server of {@link PlatformTest} differs from a real one. */
final class PlatformTestContext
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Weak hashes and wide limits, because all tests log in from one address. */
  private static final Map<String, Object> QUICK_LOGIN =
      Map.of(
          "hitlai.identity.argon2-memory-kib", "64",
          "hitlai.identity.argon2-iterations", "1",
          "hitlai.identity.logins-per-minute", "100000",
          "hitlai.identity.signups-per-hour", "100000",
          "hitlai.identity.resets-per-hour", "100000",
          "hitlai.api.requests-per-minute", "100000",
          "hitlai.webhooks.allow-private-hosts", "true",
          "hitlai.webhooks.timeout", "2s",
          "hitlai.secret-key", "the key of servers that only tests start");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var database = TestDatabase.fresh();
    TestServer.closeBeforeStopping(context);
    context.getBeanFactory().registerSingleton("testDatabase", database);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("identityTest", QUICK_LOGIN));
    // Checks would count what tests do as outages; tests of the engine start their own.
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "healthTest",
                Map.of(
                    "hitlai.health.enabled",
                    "false",
                    "hitlai.health.allow-private-hosts",
                    "true")));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "billingTest",
                Map.of(
                    "hitlai.billing.stripe.secret-key",
                    FakeStripe.SECRET_KEY,
                    "hitlai.billing.stripe.webhook-secret",
                    FakeStripe.WEBHOOK_SECRET,
                    "hitlai.billing.stripe.api",
                    FakeStripe.url(),
                    "hitlai.billing.bank-details",
                    "Bank of Tests, DE89 3704 0044 0532 0130 00")));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "platformTest",
                Map.of(
                    "hitlai.database.url",
                    database.ownerUrl(),
                    "hitlai.database.app-url",
                    database.appUrl(),
                    "hitlai.testing.artifacts",
                    folder("artifacts"),
                    "hitlai.testing.budget",
                    "25s",
                    "hitlai.testing.max-pages",
                    "3",
                    "hitlai.testing.first-pause",
                    "100ms",
                    "hitlai.testing.watch-every",
                    "100ms",
                    "hitlai.testing.allow-private-hosts",
                    "true",
                    "db-scheduler.polling-interval",
                    "100ms",
                    "db-scheduler.shutdown-max-wait",
                    "2s")));
  }

  private static String folder(String name) {
    try {
      return Files.createTempDirectory(name).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    static SettableClock clock() {
      return SettableClock.ticking();
    }

    /** Models are tried again at once. */
    @Bean
    static Sleeper sleeper() {
      return _ -> {};
    }
  }
}
