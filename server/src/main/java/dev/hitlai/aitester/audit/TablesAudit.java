package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Headings of tables that head something. */
final class TablesAudit extends ProbeAudit {

  TablesAudit(Probes probes) {
    super(
        "tables",
        Agent.ACCESSIBILITY_AUDITOR,
        probes,
        List.of(
            on(
                "no-cells",
                Rule.of("tables/no-cells", Category.ACCESSIBILITY, Impact.MINOR, 0.85)
                    .wcag("1.3.1"),
                "The table's heading {element} has no cells",
                "A screen reader announces a column or row that holds nothing, and the values that"
                    + " belong to it under another heading.",
                "Give each heading its cells: the same number in each row, scope=\"col\" or"
                    + " \"row\", and headers attributes that name the right heading.")));
  }
}
