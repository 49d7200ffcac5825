package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SwitchesTest {
  private static final String OFF = "--disable-features=";

  /** A new driver may turn off more: then our list, which replaces its own, has to follow. */
  @Test
  void leaveOffWhatTheDriverTurnsOff() {
    var lists = disabled();
    assumeThat(lists).isNotEmpty(); // Not every system tells how its processes were started.
    assertThat(lists).allSatisfy(list -> assertThat(features(list.getLast())).isNotEmpty());
    assertThat(lists)
        .allSatisfy(
            list -> assertThat(features(list.getLast())).containsAll(features(list.getFirst())));
  }

  /** What the browsers of this test were started with: the driver's list, then ours. */
  private static List<List<String>> disabled() {
    try (var site = new LittleSite()) {
      site.page("/", "<h1>Here</h1>");
      return Browsers.at(
          site.url("/"),
          session ->
              ProcessHandle.current()
                  .descendants()
                  .map(SwitchesTest::switches)
                  .map(all -> all.filter(one -> one.startsWith(OFF)).toList())
                  .filter(lists -> lists.size() > 1)
                  .toList());
    }
  }

  private static Stream<String> switches(ProcessHandle process) {
    var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return Files.isReadable(file)
          ? Stream.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("[\0 ]"))
          : Stream.empty();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Set<String> features(String list) {
    return Stream.of(list.substring(OFF.length()).split(",")).collect(Collectors.toSet());
  }
}
