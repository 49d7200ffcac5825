package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.demosite.DefectCatalogue;
import dev.hitlai.demosite.DemoShop;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One seed and one state of the site: one report. On a machine that is busy with other things a
 * measured time may fall to the other side of a limit, so one odd report in three is let pass.
 */
@Tag("alone")
class SameSeedTest {
  /** Ids of the run and what was measured in time; everything else has to be the same. */
  private static final Set<String> MAY_DIFFER =
      Set.of("id", "startedAt", "durationMs", "actualMs", "millis", "vitals");

  /**
   * Their fault is time itself, or takes the machine seconds to make: when it is very busy, now one
   * limit is passed, now the next, and a slide show has moved on before anybody looks.
   */
  private static final Set<String> TIMED =
      Set.of(
          "home-slow-script",
          "search-slow",
          "delivery-slow-submit",
          "home-carousel-autoplay",
          "home-huge-image");

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void saysTheSameTwiceOfTheFlawedShop() {
    var defects = new TreeSet<>(DefectCatalogue.load().ids());
    defects.removeAll(TIMED);
    try (var shop = DemoShop.startWith(0, defects)) {
      var first = result(shop);
      var second = result(shop);
      if (!differences(first, second).isEmpty()) {
        var third = result(shop);
        var closer = differences(first, third).isEmpty() ? first : second;
        assertThat(differences(closer, third)).isEmpty();
      }
    }
  }

  /** The first lines that differ, of two long documents. */
  private static List<String> differences(List<String> first, List<String> second) {
    return IntStream.range(0, Math.max(first.size(), second.size()))
        .filter(i -> !line(first, i).equals(line(second, i)))
        .limit(20)
        .mapToObj(i -> i + ": " + line(first, i).strip() + " ≠ " + line(second, i).strip())
        .toList();
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  private static List<String> result(DemoShop shop) {
    var plan =
        new TestPlan(
            URI.create(shop.url() + "/"),
            List.of("Find out how to return a product"),
            List.of(Browsers.persona("senior_casual"), Browsers.persona("mobile_commuter")),
            null,
            new Budget(Duration.ofMinutes(3), 3, 6),
            Set.of(),
            null,
            null,
            11);
    var report =
        new AiTester(Browsers.pool(), new OfflineMindFactory(), Clock.systemUTC())
            .run(plan, new RunListener() {}, (name, mediaType, content) -> name);
    var document = JSON.readTree(RunDocuments.toJson(RunDocuments.of(report)));
    leaveOutTimes(document);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document).lines().toList();
  }

  private static void leaveOutTimes(JsonNode node) {
    if (node instanceof ObjectNode object && !object.has("fingerprint")) {
      object.remove(MAY_DIFFER); // A finding's id is its number in the report: that must agree.
    } else if (node instanceof ObjectNode finding) {
      finding.remove(List.of("startedAt", "millis"));
    }
    node.forEach(SameSeedTest::leaveOutTimes);
  }
}
