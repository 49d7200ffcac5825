package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefectCatalogueTest {

  private static final Pattern IN_JAVA = Pattern.compile("has\\(\\s*\"([a-z0-9-]+)");
  private static final Pattern IN_TEMPLATE = Pattern.compile("\\{\\{\\?([a-z0-9-]+)}}");

  private final DefectCatalogue catalogue = DefectCatalogue.load();

  private final DefectCatalogue stays = DefectCatalogue.ofStays();

  @Test
  void holdsDefectsOfEveryKindAndForEveryPersona() {
    for (DefectCatalogue each : List.of(catalogue, stays)) {
      assertThat(each.defects()).hasSizeGreaterThanOrEqualTo(70);
      assertThat(each.countByKind().keySet()).isEqualTo(Defect.KINDS);
      assertThat(Defect.PERSONAS)
          .allMatch(name -> each.defects().stream().anyMatch(d -> d.persona().contains(name)));
    }
  }

  @Test
  void everyDefectHasASwitchAndEverySwitchADefect() throws IOException {
    assertThat(switches("shop")).isEqualTo(new TreeSet<>(catalogue.ids()));
    assertThat(switches("stays")).isEqualTo(new TreeSet<>(stays.ids()));
  }

  private static Set<String> switches(String site) throws IOException {
    Set<String> switches = new TreeSet<>();
    for (String root : List.of("src/main/java", "src/main/resources")) {
      try (Stream<Path> files = Files.walk(Path.of(root, "dev/hitlai/demosite", site))) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|html|css|js)"))
            .forEach(file -> collect(file, switches));
      }
    }
    return switches;
  }

  private static void collect(Path file, Set<String> switches) {
    try {
      Pattern pattern = file.toString().endsWith(".java") ? IN_JAVA : IN_TEMPLATE;
      Matcher found = pattern.matcher(Files.readString(file));
      while (found.find()) {
        switches.add(found.group(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void knowsOnWhichPathsADefectShows() {
    assertThat(catalogue.byId("layout-legal-tiny").appliesTo("/help/returns")).isTrue();
    assertThat(catalogue.byId("category-sort-wrong").appliesTo("/category/garden")).isTrue();
    assertThat(catalogue.byId("category-sort-wrong").appliesTo("/search")).isFalse();
    assertThat(catalogue.byId("search-slow").appliesTo("/search")).isTrue();
  }

  @Test
  void saysWhoFeelsADefect() {
    assertThat(catalogue.byId("product-dialog-trap").concerns("accessibility_focused")).isTrue();
    assertThat(catalogue.byId("product-dialog-trap").concerns("mobile_commuter")).isFalse();
    assertThat(catalogue.byId("payment-hidden-cost").concerns("mobile_commuter")).isTrue();
  }
}
