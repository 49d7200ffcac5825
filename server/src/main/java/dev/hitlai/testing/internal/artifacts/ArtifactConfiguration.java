package dev.hitlai.testing.internal.artifacts;

import dev.hitlai.platform.SelfCheck;
import dev.hitlai.testing.internal.TestingSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where artifacts are kept. */
@Configuration(proxyBeanMethods = false)
class ArtifactConfiguration {
  @Bean
  ArtifactFiles artifactFiles(TestingSettings settings) {
    return new ArtifactFiles(settings.artifacts());
  }

  /** Writes, reads and removes a file where artifacts are kept. */
  @Bean
  static SelfCheck storagePart(TestingSettings settings) {
    return new StoragePart(settings.artifacts());
  }

  private record StoragePart(Path folder) implements SelfCheck {
    private static final byte[] CONTENT = "self-check".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String part() {
      return "storage";
    }

    @Override
    public String label() {
      return "Storage";
    }

    @Override
    public void check() throws IOException {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "self-check", null);
      try {
        Files.write(file, CONTENT);
        if (!Arrays.equals(Files.readAllBytes(file), CONTENT)) {
          throw new IOException("A file is read otherwise than it was written.");
        }
      } finally {
        Files.delete(file);
      }
    }
  }
}
