package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Order 2 of Pizza and 1 of Salad": numbers for rows with a plus and a minus or a field. */
final class QuantitySkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:order|add|take|put|set|buy|choose|select|get)\\b\\s*(.*?)(?:\\s+(?:to|into|in)"
              + " (?:the |your )?(?:cart|basket|bag|order|trolley))?$");
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(\\d{1,2}|one|two|three|four|five|six)\\s*(?:x |× |of (?:the )?|pieces? of |items?"
              + " of )?\\s*(Q\\d+|[\\p{L}][\\p{L} -]*?)(?=\\s*(?:,|\\band\\b|$))");

  private static final Pattern EACH =
      Pattern.compile(
          "(?i)(\\d{1,2}|one|two|three|four|five|six)(?: (?:pieces?|portions?|servings?|units?))?"
              + " of each(?: of)?(?: (?:the )?(?:following )?\\p{L}+)?\\s*[:,–-]\\s*(.+)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var part : PART.matcher(spelledOut(verb.group(1))).results().toList()) {
      int count = Texts.number(part.group(1)).orElse(0);
      var widget = widget(ahead.plain(part.group(2)), now);
      if (count > 0 && widget.isPresent()) {
        jobs.add(new SetNumberJob(count, widget.get().node().ref()));
      } else if (count > 0) {
        AddJob.of(ahead.plain(part.group(2)), count, now).ifPresent(jobs::add);
      }
    }
    return jobs.isEmpty() ? Optional.empty() : Assignment.of(new Sequence(jobs));
  }

  /** "One of each: tea, toast" is one of tea and one of toast. */
  private static String spelledOut(String words) {
    var each = EACH.matcher(words);
    return each.matches()
        ? Stream.of(each.group(2).split("\\s*,\\s*(?:and )?|\\s+and\\s+"))
            .map(name -> each.group(1) + " of " + name.strip())
            .collect(Collectors.joining(", "))
        : words;
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
