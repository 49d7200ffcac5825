package dev.hitlai.aitester.mind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.browser.Actuator;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.demosite.DemoShop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual missions on the demo shop, as people of different kinds. */
class ShopMissionsTest {
  private static final DemoShop SHOP = DemoShop.start(0, true);
  private static final int MOST_STEPS = 30;

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @ParameterizedTest
  @CsvSource({
    "senior_casual, Buy an enamel mug and check out, 15",
    "mobile_commuter, Buy an enamel mug and check out, 15",
    "accessibility_focused, Buy an enamel mug and check out, 15",
    "senior_casual, Find out how to return a product, 8",
    "mobile_commuter, Contact customer service with a question, 20",
    "young_power_user, Create an account, 20",
    "middle_age_moderate, Find the cheapest mug, 8",
    "mobile_commuter, Subscribe to the newsletter, 12"
  })
  void isAccomplished(String persona, String mission, int atMost) {
    var steps = walk(persona, mission);
    assertThat(steps.getLast()).as(String.join("\n", steps)).startsWith("finish");
    assertThat(steps).hasSizeLessThanOrEqualTo(atMost);
  }

  private static List<String> walk(String name, String mission) {
    var start = URI.create(SHOP.url() + "/");
    var persona = Browsers.persona(name);
    var plan = Browsers.plan(start, Duration.ofSeconds(80), persona);
    return Browsers.in(
        SessionSettings.of(plan, persona),
        session -> {
          session.open(start.toString());
          session.settle();
          var mind = new OfflineMindFactory().create(mission, persona, start, MOST_STEPS, 1);
          return walk(session, mind, name);
        });
  }

  private static List<String> walk(BrowserSession session, Mind mind, String persona) {
    var actuator = new Actuator(session);
    var done = new ArrayList<String>();
    while (done.size() < MOST_STEPS) {
      var decision = mind.decide(Perception.of(session));
      var action = decision.action();
      done.add(action.describe() + " · " + decision.reason());
      if (action instanceof Action.Finish || action instanceof Action.GiveUp) {
        break;
      }
      var outcome = actuator.perform(action);
      var step =
          new StepRecord(
              done.size(),
              0,
              persona,
              decision.subGoal(),
              action,
              outcome,
              session.page().url(),
              null,
              null,
              decision.reason(),
              decision.scent(),
              decision.predictedSeconds(),
              0,
              mind.mood().sentiment(),
              null);
      mind.learn(step, Perception.of(session));
    }
    return done;
  }
}
