package dev.hitlai.testsupport;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

/** The settings and beans in which the server of {@link PlatformTest} differs from a real one. */
final class PlatformTestContext
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var database = TestDatabase.fresh();
    context.getBeanFactory().registerSingleton("testDatabase", database);
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
                    "db-scheduler.polling-interval",
                    "100ms",
                    "db-scheduler.shutdown-max-wait",
                    "2s")));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    static SettableClock clock() {
      return SettableClock.ticking();
    }
  }
}
