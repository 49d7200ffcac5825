package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/**
 * What shows only when the same is asked in two ways: filters without effect, searches that know
 * only one form of a word, forms that are empty again when one goes back. Asked by GET alone.
 */
final class AnswersAudit extends PageAudit {
  private final PageScript script = new PageScript("answers");

  AnswersAudit() {
    super(
        "answers",
        Agent.CONTENT_AUDITOR,
        List.of(
            on(
                "unfiltered",
                Rule.of("filter/no-effect", Category.FUNCTIONAL, Impact.MAJOR, 0.85),
                "The filter {element} changes nothing",
                "{wanted} was asked for, and {got} is still offered; people find out late that"
                    + " what they chose doesn't fit.",
                "Leave out what doesn't fit, and say how many that were."),
            on(
                "forgets",
                Rule.of("state-lost/filter", Category.FUNCTIONAL, Impact.MAJOR, 0.85),
                "The filter forgets what was searched for: {lost}",
                "It leads to the same list without {lost}, so people compare what they didn't ask"
                    + " for, and often don't notice.",
                "Send what the list was asked for along, as hidden fields of the form."),
            on(
                "plural",
                Rule.of("search/plural", Category.NAVIGATION, Impact.MAJOR, 0.85),
                "The search finds “{found}” and not “{missed}”",
                "People type either; who gets nothing believes that there is nothing.",
                "Reduce words to their stem on both sides, or add what is found for the other"
                    + " form."),
            on(
                "emptied",
                Rule.of("state-lost/back", Category.FORMS, Impact.MAJOR, 0.8),
                "{element} leads to a form that is empty again",
                "All {fields} fields have to be filled in once more; many give up here.",
                "Keep what was typed for as long as the process lasts, and show it on the way"
                    + " back.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    return script.run(subject.page());
  }
}
