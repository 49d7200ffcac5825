package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.platform.SelfCheck;
import dev.hitlai.testing.internal.TestingSettings;
import java.nio.file.Files;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules by which runs are carried out. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
  @Bean
  RetryRules retryRules(TestingSettings settings) {
    return new RetryRules(settings.firstPause());
  }

  /** Whether there is a browser to test with. */
  @Bean
  static SelfCheck browserPart() {
    return new BrowserPart();
  }

  private record BrowserPart() implements SelfCheck {
    @Override
    public String part() {
      return "browser";
    }

    @Override
    public String label() {
      return "AI testers' browser";
    }

    @Override
    public void check() {
      var executable = BrowserInstallation.find(System.getenv()).executable();
      if (!Files.isExecutable(executable)) {
        throw new IllegalStateException("The browser can't be run.");
      }
    }
  }
}
