package dev.hitlai.testing.internal.execution;

import dev.hitlai.testing.internal.TestingSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules by which runs are carried out. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
  @Bean
  RetryRules retryRules(TestingSettings settings) {
    return new RetryRules(settings.firstPause());
  }
}
