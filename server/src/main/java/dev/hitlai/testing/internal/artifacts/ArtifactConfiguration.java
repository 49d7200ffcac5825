package dev.hitlai.testing.internal.artifacts;

import dev.hitlai.testing.internal.TestingSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where artifacts are kept. */
@Configuration(proxyBeanMethods = false)
class ArtifactConfiguration {
  @Bean
  ArtifactFiles artifactFiles(TestingSettings settings) {
    return new ArtifactFiles(settings.artifacts());
  }
}
