package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Questions that a site answers wrongly: lists, filters and spans. */
final class ListsAudit extends ProbeAudit {

  ListsAudit(Probes probes) {
    super(
        "lists",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "order",
                Rule.of("sort/order", Category.FUNCTIONAL, Impact.MAJOR, 0.85),
                "The list isn't in the order {element}",
                "It begins with {first} and ends with {last}; who trusts the order takes the wrong"
                    + " one.",
                "Sort by what the choice says, in the direction that it says."),
            on(
                "unfiltered",
                Rule.of("filter/unfiltered", Category.FUNCTIONAL, Impact.MAJOR, 0.8),
                "The list doesn't keep to {element}",
                "{wanted} was asked for, and it offers {got}: the filter has no effect, and people"
                    + " find out late that what they chose doesn't fit.",
                "Leave out what doesn't fit, and say how many that were."),
            on(
                "span",
                Rule.of("forms/range", Category.FUNCTIONAL, Impact.MAJOR, 0.85),
                "A span that ends before it begins is taken: {element}",
                "The page counts with it instead of saying what is wrong; the mistake shows late or"
                    + " never.",
                "Check that the end comes after the beginning, and say so beside the field."),
            on(
                "at-once",
                Rule.of("forms/confirmation", Category.FUNCTIONAL, Impact.MAJOR, 0.75)
                    .wcag("3.3.4"),
                "{element} happens at once, without a question",
                "A slip of the finger takes away for good what can't be had again.",
                "Ask before on a page or in a dialog of its own, or let it be undone for a"
                    + " while.")));
  }
}
