package dev.hitlai.aitester.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Evidence;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Effort;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.aitester.Finding.Source;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One true finding, and what becomes of it when a part of it is made up. */
class QualityGatesTest {
  private static final String URL = "https://shop.example/basket";
  private static final String TITLE = "Text “Proceed to checkout” has a contrast of only 2.93:1";
  private static final String WHY =
      "People with low vision, and everybody in bright light, can hardly read #9b9587 on #fffdf8;"
          + " 4.5:1 is needed.";
  private static final String CURE = "Use #79756a for the text (4.52:1) or change the background.";
  private static final Box BOX = new Box(40, 300, 180, 44);
  private static final Map<String, Object> MEASURED =
      Map.of("contrast", 2.93, "required", 4.5, "foreground", "#9b9587", "background", "#fffdf8");

  private static final RunEvidence KEPT =
      new RunEvidence(
          List.of(
              new KeptPage(
                  URL,
                  "Basket",
                  "f1",
                  "<html><body><main><p>2 things</p><a id=\"go\" href=\"/checkout\""
                      + " _b=\"40,300,180,44\" _k=\"2.93\" _s=\"16\">Proceed to"
                      + " <b>checkout</b></a></main></body></html>",
                  true,
                  1440,
                  900,
                  Map.of(),
                  List.of(),
                  List.of())),
          List.of(
              new DoneStep(
                  3,
                  0,
                  "ada",
                  URL,
                  "#go",
                  "Proceed to checkout",
                  "Click",
                  "nothing",
                  "nothing",
                  URL,
                  "check out",
                  "shot.jpg")),
          Map.of("shot.jpg", new Box(0, 0, 1440, 900)),
          List.of("Buy a mug and check out"),
          List.of());

  private static Finding finding(
      String title,
      String description,
      String recommendation,
      String url,
      @Nullable String selector,
      Box box,
      Map<String, Object> measured) {
    return new Finding(
        "F-001",
        "0123456789abcdef",
        "axe/color-contrast",
        title,
        description,
        Severity.HIGH,
        Category.ACCESSIBILITY,
        List.of("1.4.3"),
        url,
        selector,
        List.of(new Occurrence(url, selector, "ada")),
        List.of("ada"),
        recommendation,
        0.95,
        Source.AUDIT,
        Effort.SMALL,
        new Evidence("shot.jpg", box, "<a id=\"go\" href=\"/checkout\">", measured),
        List.of());
  }

  private static GatedFinding judged(Finding finding) {
    return QualityGates.judge(List.of(finding), KEPT).getFirst();
  }

  private static Action hallucination(Finding finding) {
    return judged(finding).verdicts().getFirst().action();
  }

  @Test
  void letsATrueFindingThroughAndSaysWhy() {
    var judged = judged(finding(TITLE, WHY, CURE, URL, "#go", BOX, MEASURED));
    assertThat(judged.action()).isEqualTo(Action.APPROVED);
    assertThat(judged.verdicts()).extracting(GateVerdict::gate).containsExactly(Gate.values());
    assertThat(judged.withTrail().decisionTrail())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("Hallucination let through (100 of 100): ");
  }

  @Test
  void rejectsWhatTheEvidenceRefutes() {
    assertThat(
            hallucination(
                finding(
                    TITLE.replace("Proceed to checkout", "Pay now"),
                    WHY,
                    CURE,
                    URL,
                    "#go",
                    BOX,
                    MEASURED)))
        .isEqualTo(Action.REJECTED);
    assertThat(
            hallucination(
                finding(TITLE, WHY, CURE, "https://shop.example/offers", "#go", BOX, MEASURED)))
        .isEqualTo(Action.REJECTED);
    assertThat(
            hallucination(
                finding(TITLE, WHY, CURE, URL, "#go", new Box(900, 2300, 180, 44), MEASURED)))
        .isEqualTo(Action.REJECTED);
    var other = new java.util.HashMap<>(MEASURED);
    other.put("contrast", 4.1);
    assertThat(
            hallucination(finding(TITLE.replace("2.93", "4.1"), WHY, CURE, URL, "#go", BOX, other)))
        .isEqualTo(Action.REJECTED);
    var step = new java.util.HashMap<>(MEASURED);
    step.put("step", 4);
    assertThat(hallucination(finding(TITLE, WHY, CURE, URL, "#go", BOX, step)))
        .isEqualTo(Action.REJECTED);
  }

  @Test
  void leavesOneDoubtAndWhatCantBeLookedUpToAPerson() {
    assertThat(hallucination(finding(TITLE, WHY, CURE, URL, "#stop", BOX, MEASURED)))
        .isEqualTo(Action.HUMAN_REVIEW_REQUIRED);
    var nothing =
        judged(
            finding(
                "The tone of the page puts people off",
                "It sounds cold to people who are new here.",
                "Write as one would speak to a guest.",
                URL,
                null,
                new Box(0, 0, 0, 0),
                Map.of()));
    assertThat(nothing.action()).isEqualTo(Action.HUMAN_REVIEW_REQUIRED);
    assertThat(nothing.failed()).isFalse();
  }

  @Test
  void flagsBoilerplateAndWhatIsMissing() {
    var lazy =
        judged(
            finding(
                TITLE,
                "This could be improved for a better user experience.",
                CURE,
                URL,
                "#go",
                BOX,
                MEASURED));
    assertThat(lazy.action()).isEqualTo(Action.FLAGGED);
    assertThat(lazy.verdicts().get(1).issues()).isNotEmpty();
    var bare = judged(finding(TITLE, WHY, "Fix it", URL, "#go", BOX, MEASURED));
    assertThat(bare.verdicts().get(2).passed()).isFalse();
  }
}
