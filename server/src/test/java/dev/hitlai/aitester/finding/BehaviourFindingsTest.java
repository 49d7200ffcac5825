package dev.hitlai.aitester.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.action.Outcome.Incident;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Option;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BehaviourFindingsTest {
  private static final String URL = "http://shop/basket";

  private static Element button(Element.Link link) {
    return new Element(
        1,
        0,
        link == null ? "button" : "a",
        link == null ? "button" : "link",
        "Apply",
        "Apply",
        "#apply",
        new Box(0, 0, 80, 40),
        new Element.Look(true, true, false, 16, 8, "#000", "#fff", false, false),
        new Element.State(false, null, null, null, false, false),
        new Element.Context("", "main", ""),
        link,
        null,
        0,
        0);
  }

  private static PageView page() {
    return new PageView(
        URL,
        "Basket",
        "en",
        "f",
        "t",
        new PageView.Viewport(1440, 900, 0, 0, 1440, 900),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  private static List<Finding> judge(
      Action action, Outcome outcome, List<Observation> observations) {
    var decision = new Decision(action, "apply a voucher", "why", 0.7, 2, List.of(), observations);
    var step =
        new StepRecord(
            3,
            0,
            "senior_casual",
            "apply a voucher",
            action,
            outcome,
            URL,
            "#apply",
            "Apply",
            "why",
            0.7,
            2,
            100,
            0.5,
            null);
    return BehaviourFindings.of(
        List.of(new Trace(decision, step, page(), page())),
        ShippedPersonas.named("senior_casual").orElseThrow(),
        "Buy a mug with a voucher");
  }

  private static Outcome outcome(Outcome.Kind kind, Incident... incidents) {
    return new Outcome(kind, "", List.of(incidents));
  }

  @Test
  void tellsOfAPressWithoutEffect() {
    var found =
        judge(new Action.Click(button(null)), outcome(Outcome.Kind.NOTHING), List.of()).getFirst();
    assertThat(found.rule()).isEqualTo("behaviour/dead-click");
    assertThat(found.selector()).isEqualTo("#apply");
    assertThat(found.source()).isEqualTo(Finding.Source.BEHAVIOUR);
    assertThat(found.description()).contains("voucher").contains("Senior");
    assertThat(found.personas()).containsExactly("senior_casual");
  }

  @Test
  void forgivesALinkToThePageOneIsOn() {
    var here = new Element.Link(URL, false, false, false);
    assertThat(judge(new Action.Click(button(here)), outcome(Outcome.Kind.NOTHING), List.of()))
        .isEmpty();
    var nowhere = new Element.Link(URL + "#", false, false, false);
    assertThat(judge(new Action.Click(button(nowhere)), outcome(Outcome.Kind.NOTHING), List.of()))
        .hasSize(1);
  }

  @Test
  void weighsAWaitByItsLength() {
    var action = new Action.Click(button(null));
    assertThat(judge(action, slow(800), List.of())).isEmpty();
    assertThat(judge(action, slow(1800), List.of()).getFirst().severity())
        .isEqualTo(Severity.MEDIUM);
    assertThat(judge(action, slow(4800), List.of()).getFirst().severity()).isEqualTo(Severity.HIGH);
  }

  private static Outcome slow(long millis) {
    return outcome(
        Outcome.Kind.NAVIGATED, new Incident(IncidentKind.SLOW_RESPONSE, "/basket", millis));
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentKind.class,
      names = {"DOWNLOAD", "HOST_NOT_ALLOWED", "BROWSER_CRASHED"})
  void saysNothingAboutWhatTheTesterDidItself(IncidentKind kind) {
    var outcome = outcome(Outcome.Kind.CHANGED, new Incident(kind, "x", 0));
    assertThat(judge(new Action.Click(button(null)), outcome, List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Observation.Kind.class)
  void turnsEachObservationIntoAFindingWithAFix(Observation.Kind kind) {
    var observation =
        new Observation(
            kind,
            "it was like that",
            List.of(new Option("Guide", "#one", 0.5), new Option("Help", "#two", 0.5)));
    var found = judge(new Action.Scroll(300), outcome(Outcome.Kind.CHANGED), List.of(observation));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().selector()).isEqualTo("#one");
    assertThat(found.getFirst().recommendation()).isNotBlank();
  }

  @Test
  void namesBothLabelsThatCannotBeToldApart() {
    var observation =
        new Observation(
            Observation.Kind.AMBIGUOUS,
            "",
            List.of(new Option("Guide", "#one", 0.5), new Option("Help", "#two", 0.5)));
    var found = judge(new Action.Scroll(300), outcome(Outcome.Kind.CHANGED), List.of(observation));
    assertThat(found.getFirst().title()).contains("“Guide” and “Help”");
  }
}
