package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.List;

/** Texts that can be true today and that hold what they promise. */
final class ContentAudit extends ProbeAudit {

  ContentAudit(Probes probes) {
    super(
        "content",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "outdated",
                Rule.of("content/outdated", Category.CONTENT, Impact.MINOR, 0.85),
                "The date is over: {element}",
                "People plan with something that can't be had any more, and doubt the rest.",
                "Take it out, or give it a date that is to come."),
            on(
                "stale",
                Rule.of("outdated/year", Category.CONTENT, Impact.COSMETIC, 0.75),
                "A year long gone stands as if it were now: {element}",
                "People wonder whether anybody still looks after the site.",
                "Set the current year by program, or leave it out."),
            on(
                "date",
                Rule.of("content/date", Category.CONTENT, Impact.MINOR, 0.8),
                "The date {date} can be read in two ways",
                "Some read the day first, some the month; who guesses wrong comes on the wrong"
                    + " day.",
                "Write the month as a word and the year in full."),
            on(
                "missing",
                Rule.of("content/missing", Category.CONTENT, Impact.MINOR, 0.8),
                "The {wanted} that people shall use isn't there: {element}",
                "They are told to keep what the page doesn't show, and can't name their matter"
                    + " later.",
                "Show it next to the sentence, in a form that can be copied."),
            on(
                "map-only",
                Rule.of("missing-information/address", Category.CONTENT, Impact.MINOR, 0.75),
                "The way is told by a picture only: {element}",
                "Who can't see the map, or wants to type the address into another one, is left"
                    + " without.",
                "Write street, house number and town beside it.")));
  }
}
