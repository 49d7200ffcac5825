package dev.hitlai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each interactive page is whole: it asks for something, isn't done by itself, and can be done. */
class TaskPagesTest {

  private static final Path TASKS = Path.of("tasks");
  private static final int SEEDS = 3;

  @Test
  void everyHeldOutPageAsksAndCanBeSolved() throws IOException {
    List<String> faults = new ArrayList<>();
    try (var pages = new TaskPages(TASKS);
        var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(options())) {
      assertThat(pages.names("heldout")).hasSizeGreaterThanOrEqualTo(65);
      Page page = browser.newPage();
      page.onPageError(error -> faults.add(page.url() + ": " + error));
      for (String name : pages.names("heldout")) {
        Set<Object> instructions = new HashSet<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
          page.navigate(pages.address("heldout", name, seed).toString());
          instructions.add(page.evaluate("task.instruction"));
          check(page, name + " " + seed, faults);
        }
        assertThat(instructions).as(name).doesNotContain("", "undefined");
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void check(Page page, String what, List<String> faults) {
    if (!"open".equals(page.evaluate("task.outcome"))) {
      faults.add(what + " has a verdict before anybody did anything");
    }
    page.evaluate("() => { task.solve(); }");
    if (!"done".equals(page.evaluate("task.outcome"))) {
      faults.add(what + " isn't done by its own solution");
    }
  }

  private static BrowserType.LaunchOptions options() {
    String browser =
        Objects.requireNonNullElse(System.getenv("HITLAI_CHROMIUM"), "/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(browser))
        .setArgs(List.of("--no-sandbox"));
  }
}
