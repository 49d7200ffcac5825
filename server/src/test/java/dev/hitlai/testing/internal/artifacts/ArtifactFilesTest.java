package dev.hitlai.testing.internal.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactFilesTest {
  @TempDir Path folder;

  @Test
  void storesTheSameContentOnceUnderItsHash() throws Exception {
    var files = new ArtifactFiles(folder);
    var first = files.store("picture".getBytes());
    var second = files.store("picture".getBytes());
    assertThat(second.key()).isEqualTo(first.key()).matches("[0-9a-f]{2}/[0-9a-f]{64}");
    assertThat(files.file(first.sha256())).hasContent("picture");
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }
}
