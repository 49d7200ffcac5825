package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Findings;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight;
import dev.hitlai.aitester.finding.Weight.Frequency;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The rules of axe-core for WCAG 2.0 to 2.2, levels A and AA, and its best practices. */
final class AxeAudit extends HitAudit {
  private static final Pattern CRITERION = Pattern.compile("wcag(\\d)(\\d)(\\d{1,2})");

  private final AxeScript axe = new AxeScript();

  AxeAudit() {
    super("axe", Agent.ACCESSIBILITY_AUDITOR);
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return List.of(JsonMapper.shared().readValue(axe.run(subject.page()), Hit[].class));
  }

  @Override
  Draft describe(Hit hit, AuditSubject subject) {
    var advice = AxeAdvice.of(hit);
    return Findings.by(rule(hit))
        .title(advice.title())
        .description(
            advice.who()
                + " "
                + advice.why()
                + " Met as "
                + subject.persona().label()
                + (subject.mission().isBlank()
                    ? "."
                    : " with “" + subject.mission() + "” in mind."))
        .recommendation(advice.fix());
  }

  private static Rule rule(Hit hit) {
    boolean practice = hit.word("tags").contains("best-practice");
    var criteria = new ArrayList<String>();
    var matcher = CRITERION.matcher(hit.word("tags"));
    while (matcher.find()) {
      criteria.add(matcher.group(1) + "." + matcher.group(2) + "." + matcher.group(3));
    }
    var weight = Weight.of(impact(hit.word("impact")));
    return Rule.of(
            "axe/" + hit.rule(), Category.ACCESSIBILITY, Impact.MINOR, practice ? 0.85 : 0.95)
        .wcag(criteria.toArray(String[]::new))
        .weight(practice ? weight.with(Frequency.RARE) : weight);
  }

  private static Impact impact(String axe) {
    return switch (axe.toLowerCase(Locale.ROOT)) {
      case "critical" -> Impact.BLOCKING;
      case "serious" -> Impact.MAJOR;
      case "moderate" -> Impact.MINOR;
      default -> Impact.COSMETIC;
    };
  }
}
