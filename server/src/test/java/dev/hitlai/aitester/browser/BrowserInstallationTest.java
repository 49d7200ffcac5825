package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.SiteUntestable.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserInstallationTest {
  @TempDir private Path folder;

  @Test
  void takesTheProgramThatIsNamed() throws IOException {
    var mine = program(folder, "my-browser");
    var other = program(Files.createDirectory(folder.resolve("path")), "chromium");
    var environment =
        Map.of("HITLAI_BROWSER", mine.toString(), "PATH", other.getParent().toString());
    assertThat(BrowserInstallation.find(environment).executable()).isEqualTo(mine);
  }

  @Test
  void saysInOneSentenceThatTheNamedProgramIsMissing() {
    assertMissing(folder.resolve("nowhere").toString());
  }

  @Test
  void startsNeitherAFolderNorAFileThatIsNoProgram() throws IOException {
    assertMissing(folder.toString());
    assertMissing(Files.createFile(folder.resolve("notes.txt")).toString());
  }

  private static void assertMissing(String named) {
    assertThatThrownBy(() -> BrowserInstallation.find(Map.of("HITLAI_BROWSER", named)))
        .isInstanceOfSatisfying(
            SiteUntestable.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BROWSER_MISSING);
              assertThat(e.getMessage()).contains(named).endsWith(".").doesNotContain("\n");
            });
  }

  @Test
  void searchesThePathInItsOrder() throws IOException {
    var empty = Files.createDirectory(folder.resolve("empty"));
    var first = Files.createDirectory(folder.resolve("first"));
    var second = Files.createDirectory(folder.resolve("second"));
    var found = program(first, "google-chrome");
    program(second, "chromium");
    var path =
        String.join(File.pathSeparator, empty.toString(), "", first.toString(), second.toString());
    assertThat(BrowserInstallation.find(Map.of("PATH", path, "HITLAI_BROWSER", " ")).executable())
        .isEqualTo(found);
  }

  @Test
  void passesOverWhatCanNotBeStarted() throws IOException {
    var first = Files.createDirectory(folder.resolve("first"));
    Files.createFile(first.resolve("chromium"));
    Files.createDirectory(first.resolve("google-chrome"));
    var found = program(Files.createDirectory(folder.resolve("second")), "chrome");
    var path = first + File.pathSeparator + found.getParent();
    assertThat(BrowserInstallation.find(Map.of("PATH", path)).executable()).isEqualTo(found);
  }

  private static Path program(Path folder, String name) throws IOException {
    var program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
