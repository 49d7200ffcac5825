package dev.hitlai.health.internal;

import dev.hitlai.platform.SelfCheck;
import org.jooq.DSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Settings, and the parts of the platform that the platform itself owns. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HealthSettings.class)
class HealthConfiguration {
  /** Writes as well as reads: a database that has become read-only isn't well. */
  @Bean
  static SelfCheck databasePart(DSLContext sql, TransactionOperations transactions) {
    return new Part(
        "database",
        "Database",
        () ->
            transactions.executeWithoutResult(
                _ ->
                    sql.execute(
                        "update apihealth.check_servers set seen_at = seen_at where name = ''")));
  }

  /** Jobs that have been due for a while and that nobody took. */
  @Bean
  static SelfCheck queuePart(DSLContext sql, TransactionOperations transactions) {
    return new Part(
        "queue",
        "Job queue",
        () -> {
          Integer waiting =
              transactions.execute(
                  _ ->
                      sql.fetchSingle(
                              "select count(*)::int from platform.scheduled_tasks where not picked"
                                  + " and execution_time < now() - interval '5 minutes'")
                          .get(0, Integer.class));
          if (waiting != null && waiting > 0) {
            throw new IllegalStateException(
                waiting + " jobs have been waiting for more than 5 minutes.");
          }
        });
  }

  /** What is tried out. */
  @FunctionalInterface
  private interface Trial {
    void run() throws Exception;
  }

  private record Part(String part, String label, Trial trial) implements SelfCheck {
    @Override
    public void check() throws Exception {
      trial.run();
    }
  }
}
