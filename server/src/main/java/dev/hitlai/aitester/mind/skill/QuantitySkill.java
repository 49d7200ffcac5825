package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Pattern EACH =
      Pattern.compile(
          "(?i)(\\d{1,2}|one|two|three|four|five|six)(?: (?:pieces?|portions?|servings?|units?))?"
              + " of each(?: of)?(?: (?:the )?(?:following )?\\p{L}+)?\\s*[:,–-]\\s*(.+)");

  /** So many of one thing. */
  private record Order(int count, String name) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var order : orders(verb.group(1), ahead, now)) {
      var widget = widget(order.name(), now);
      if (order.count() > 0 && widget.isPresent()) {
        jobs.add(new SetNumberJob(order.count(), widget.get().node().ref()));
      } else if (order.count() > 0) {
        AddJob.of(order.name(), order.count(), now).ifPresent(jobs::add);
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

  private static List<Order> orders(String words, Clauses clauses, Sight now) {
    var each = EACH.matcher(words);
    if (!each.matches()) {
      var named =
          NAMED_FIRST
              .matcher(words)
              .results()
              .map(part -> new Order(times(part), clauses.plain(part.group(1))))
              .toList();
      if (!named.isEmpty()) {
        return named;
      }
      return PART.matcher(words)
          .results()
          .map(part -> new Order(count(part.group(1)), clauses.plain(part.group(2))))
          .toList();
    }
    return Stream.of(each.group(2).split("\\s*,\\s*(?:and\\s+)?"))
        .flatMap(name -> names(clauses.plain(name).strip(), now))
        .map(name -> new Order(count(each.group(1)), name))
        .toList();
  }

  private static int count(String words) {
    return Texts.number(words).orElse(0);
  }

  /** "Bread and butter" is one thing where the page calls it so. */
  private static Stream<String> names(String words, Sight now) {
    boolean whole = now.things().stream().anyMatch(t -> Texts.same(t.text(), words));
    return whole ? Stream.of(words) : Stream.of(words.split("\\s+and\\s+"));
  }

  private static Optional<Thing> widget(String name, Sight now) {
    var singular = name.replaceFirst("(?<=\\p{L}{3})s$", "");
    for (var words : List.of(name, singular)) {
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
