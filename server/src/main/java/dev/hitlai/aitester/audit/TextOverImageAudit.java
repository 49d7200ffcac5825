package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.audit.PixelContrast.Measurement;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Texts on pictures, gradients and under veils, where style sheets alone don't tell the contrast:
 * it is measured from what the browser draws.
 */
final class TextOverImageAudit extends PageAudit {
  private static final int MOST = 40;

  private final AxeScript axe;
  private final Set<String> fine = new HashSet<>();

  TextOverImageAudit(AxeScript axe) {
    super(
        "text-over-image",
        Agent.VISUAL_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("text-over-image", Category.VISUAL, Impact.MAJOR, 0.9).wcag("1.4.3"),
                "Text {element} can hardly be read on its picture",
                "At best its contrast is {best}:1, on half of its area below {middle}:1, where"
                    + " {required}:1 is needed; with low vision it is lost.",
                "Put a veil behind the text, e.g. a half-transparent layer, so that {required}:1"
                    + " holds over the brightest and the darkest spot."),
            on(
                "drawn",
                Rule.of("text-over-image/drawn", Category.VISUAL, Impact.MAJOR, 0.9).wcag("1.4.3"),
                "Text {element} can hardly be read as it is drawn",
                "Gradients, layers or transparency leave it a contrast of {best}:1 at best and"
                    + " below {middle}:1 on half of its area; {required}:1 is needed.",
                "Choose colours that keep {required}:1 over the whole ground.")));
    this.axe = axe;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var unclear =
        axe.unclearContrast(subject).stream()
            .filter(hit -> hit.selector() != null && !fine.contains(look(subject, hit)))
            .limit(MOST)
            .toList();
    if (unclear.isEmpty()) {
      return List.of();
    }
    var selectors = unclear.stream().map(hit -> Objects.requireNonNull(hit.selector())).toList();
    var measured = PixelContrast.of(subject.page(), selectors);
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < unclear.size(); i++) {
      var measurement = measured.get(i);
      if (measurement != null && fails(measurement)) {
        hits.add(hit(unclear.get(i), measurement));
      } else {
        fine.add(look(subject, unclear.get(i)));
      }
    }
    return hits;
  }

  /** Texts of one template look alike on its pages; what could be read once needn't be measured. */
  private static String look(AuditSubject subject, Hit text) {
    return subject.view().template() + ' ' + text.signature() + ' ' + text.identity();
  }

  /** A shadow helps around the letters only, so with one just the best counts. */
  private static boolean fails(Measurement measured) {
    var spot = measured.spot();
    double decisive = spot.shadow() ? measured.best() : measured.middle();
    return decisive < spot.required();
  }

  private static Hit hit(Hit text, Measurement measured) {
    var spot = measured.spot();
    var values = new HashMap<String, Object>();
    values.put("best", rounded(measured.best()));
    values.put("middle", rounded(measured.middle()));
    values.put("required", spot.required());
    values.put("color", Objects.requireNonNullElse(spot.color(), ""));
    if (spot.picture() != null) {
      values.put("picture", spot.picture());
    }
    return new Hit(
        spot.picture() == null ? "drawn" : "",
        text.selector(),
        text.signature(),
        "",
        text.label(),
        text.html(),
        text.box(),
        values);
  }

  private static double rounded(double contrast) {
    return Math.round(contrast * 10) / 10.0;
  }
}
