package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Findings;
import dev.hitlai.aitester.finding.Findings.Draft;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of axe-core for WCAG 2.0 to 2.2, levels A and AA, and its best practices. */
final class AxeAudit extends HitAudit {
  private static final Pattern CRITERION = Pattern.compile("wcag(\\d)(\\d)(\\d{1,2})");

  /**
   * Best practices whose breach is a failure all the same, with the criteria that fail. The others
   * are advice: true, and low.
   */
  private static final Map<String, List<String>> FAILURES =
      Map.of(
          "empty-heading", List.of("1.3.1", "2.4.6"),
          "presentation-role-conflict", List.of("1.1.1"),
          "aria-dialog-name", List.of("4.1.2"),
          "aria-treeitem-name", List.of("4.1.2"),
          "aria-tooltip-name", List.of("4.1.2"));

  private final AxeScript axe;

  AxeAudit(AxeScript axe) {
    super("axe", Agent.ACCESSIBILITY_AUDITOR);
    this.axe = axe;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return axe.violations(subject).stream().filter(hit -> !isToldByForms(hit)).toList();
  }

  /** A placeholder that stands in for the label is one defect, and the audit of forms names it. */
  private static boolean isToldByForms(Hit hit) {
    return hit.rule().equals("label-title-only")
        && hit.html() != null
        && hit.html().contains("placeholder=");
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
    var failure = FAILURES.get(hit.rule());
    boolean advice = hit.word("tags").contains("best-practice") && failure == null;
    var weight =
        failure != null
            ? Weight.of(Impact.MINOR)
            : Weight.of(advice ? Impact.COSMETIC : impact(hit.word("impact")));
    return Rule.of("axe/" + hit.rule(), Category.ACCESSIBILITY, Impact.MINOR, advice ? 0.85 : 0.95)
        .wcag(failure != null ? failure.toArray(String[]::new) : criteria(hit.word("tags")))
        .weight(weight);
  }

  private static String[] criteria(String tags) {
    var criteria = new ArrayList<String>();
    var matcher = CRITERION.matcher(tags);
    while (matcher.find()) {
      criteria.add(matcher.group(1) + "." + matcher.group(2) + "." + matcher.group(3));
    }
    return criteria.toArray(String[]::new);
  }

  private static Impact impact(String axe) {
    return switch (axe.toLowerCase(Locale.ROOT)) {
      case "critical" -> Impact.BLOCKING;
      case "serious" -> Impact.MAJOR;
      default -> Impact.MINOR; // What fails a criterion is never merely cosmetic.
    };
  }
}
