package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.testing.internal.TestingSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What carries runs out. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
  @Bean
  RetryRules retryRules(TestingSettings settings) {
    return new RetryRules(settings.firstPause());
  }

  @Bean
  TestRunner testRunner() {
    return (plan, listener, evidence) -> {
      throw new SiteUntestable(
          SiteUntestable.Reason.BROWSER_MISSING, "This server has no browser to test with.");
    };
  }
}
