package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** "Order 2 of Pizza and 1 of Salad": numbers for rows with a plus and a minus or a field. */
final class QuantitySkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:order|add|take|put|set|buy|choose|select|get)\\b\\s*(.*?)(?:\\s+(?:to|into|in)"
              + " (?:the |your )?(?:cart|basket|bag|order|trolley))?$");
  private static final String WARE =
      "(?:items?|products?|articles?|goods|piece|pack|packet|pair|box(?:e)?|bottle|tin|bag|portion|cop(?:y|ie)|unit|ticket)";
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(\\d{1,2}|one|two|three|four|five|six)\\s*(?:x |× )?(?:"
              + WARE
              + "s? )?(?:of )?(?:the |an? )?(?:"
              + WARE
              + "s? (?:called |named )?(?=Q))?(Q\\d+|[\\p{L}][\\p{L}"
              + " -]*?)(?=\\s*(?:,|\\band\\b|$))");

  /** "The item "Tea" twice", "Tea × 2": the name first. */
  private static final Pattern NAMED_FIRST =
      Pattern.compile(
          "(?:(?i:the|"
              + WARE
              + ") )*(Q\\d+|\\p{Lu}[\\p{L} -]*?),?\\s*\\(?(?:[x×]"
              + " ?(\\d{1,2})|(\\d{1,2}|(?i:three|four|five|six))"
              + " (?i:times)|((?i:once|twice)))\\)?(?=\\s*(?:,|\\b(?i:and)\\b|$))");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var part : NAMED_FIRST.matcher(verb.group(1)).results().toList()) {
      job(part.group(1), times(part), ahead, now).ifPresent(jobs::add);
    }
    if (jobs.isEmpty()) {
      for (var part : PART.matcher(verb.group(1)).results().toList()) {
        job(part.group(2), Texts.number(part.group(1)).orElse(0), ahead, now).ifPresent(jobs::add);
      }
    }
    return jobs.isEmpty() ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  private static int times(MatchResult part) {
    var number = part.group(2) != null ? part.group(2) : part.group(3);
    return number != null
        ? Texts.number(number).orElse(0)
        : part.group(4).equalsIgnoreCase("twice") ? 2 : 1;
  }

  private static Optional<Job> job(String masked, int count, Clauses clauses, Sight now) {
    var name = clauses.plain(masked);
    var widget = count > 0 ? widget(name, now) : Optional.<Thing>empty();
    return widget.isPresent()
        ? widget.map(t -> new SetNumberJob(count, t.node().ref()))
        : count > 0 ? AddJob.of(name, count, now) : Optional.empty();
  }

  private static Optional<Thing> widget(String name, Sight now) {
    var singular = name.replaceFirst("(?<=\\p{L}{3})s$", "");
    for (var words : java.util.List.of(name, singular)) {
      for (var anchor : now.finder().all(Target.named(words), Thing::hasWords)) {
        var row = Rows.around(anchor, now, t -> isWidget(t, now));
        if (row != null) {
          return row.all().filter(t -> isWidget(t, now)).findFirst();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isWidget(Thing thing, Sight now) {
    return thing.role().equals("spinbutton")
        || NumberWidget.isNumber(thing) && !NumberWidget.raisers(thing, now).isEmpty();
  }
}
