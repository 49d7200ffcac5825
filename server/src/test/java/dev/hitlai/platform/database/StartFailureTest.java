package dev.hitlai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
  @Test
  void printsOneSentenceAndNoStackTrace(CapturedOutput output) {
    var application =
        new SpringApplicationBuilder(DatabaseAlone.class).web(WebApplicationType.NONE);

    assertThatThrownBy(
            () -> application.run("--hitlai.database.url=postgresql://ann:secret@127.0.0.1:1/ux"))
        .hasRootCauseMessage("Connection refused");

    assertThat(output.getErr())
        .startsWith("hitlai: Can't use the database 127.0.0.1:1/ux: ")
        .hasLineCount(1);
    assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("secret");
  }

  @Configuration(proxyBeanMethods = false)
  @Import(DatabaseConfiguration.class)
  static class DatabaseAlone {
    @Bean
    static Clock clock() {
      return Clock.systemUTC();
    }
  }
}
