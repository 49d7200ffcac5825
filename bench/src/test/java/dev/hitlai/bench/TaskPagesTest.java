package dev.hitlai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A share of the interactive pages, so that the whole build stays quick. */
class TaskPagesTest {
  private static final int EVERY = 7;
  private static final int OPENED_EVERY = 12;
  private static final int SEED = 5;

  @Test
  void fourFifthsOfASampleAreSolvedWithoutAModel() throws Exception {
    var persona = ShippedPersonas.named("middle_age_moderate").orElseThrow();
    var open = new ArrayList<String>();
    int tried = 0;
    try (var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), 1);
        var pages = new TaskPages(Path.of("tasks"))) {
      var names = pages.names("dev");
      for (int i = 0; i < names.size(); i += EVERY) {
        var result = TaskAttempt.at(pages.address("dev", names.get(i), SEED), persona, pool);
        tried++;
        if (!result.solved()) {
          open.add(names.get(i) + ": " + result.instruction() + "\n" + result.steps());
        }
      }
    }
    assertThat(tried).isGreaterThan(15);
    assertThat(open.size()).as(String.join("\n", open)).isLessThanOrEqualTo(tried / 5);
  }

  @Test
  void pagesAskForSomethingAndAreNotSolvedByThemselves() throws Exception {
    var persona = ShippedPersonas.named("middle_age_moderate").orElseThrow();
    try (var pool = new BrowserPool(BrowserInstallation.find(System.getenv()), 1);
        var pages = new TaskPages(Path.of("tasks"))) {
      var names = pages.names("dev");
      for (int i = 1; i < names.size(); i += OPENED_EVERY) {
        var name = names.get(i);
        var asked = TaskAttempt.asked(pages.address("dev", name, SEED), persona, pool);
        assertThat(asked.instruction()).as(name).hasSizeGreaterThan(10);
        assertThat(asked.verdict()).as(name).isEqualTo("open");
      }
    }
  }
}
