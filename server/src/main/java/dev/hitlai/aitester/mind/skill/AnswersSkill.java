package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Answer Often for “I walk” and Never for “I smoke”": what is chosen said before where. */
final class AnswersSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:answer|choose|select|pick|tick|give|mark|fill in|fill"
              + " out|complete|set|put|take)\\b\\s*(.+)$");
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i)^(?:the |this |my )?(?:\\p{L}+"
              + " )?(?:survey|quiz|questions?|questionnaire|form|poll|test|sheet)\\s*(?:with|by"
              + " (?:choosing|answering|selecting|picking)|using|:)\\s*");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)^(?:(?:and|then|the answer|answer|choose|select|pick) )*(Q\\d+|[\\p{L}\\d][\\p{L}\\d"
              + " '’-]*?)\\s+(?:for|to|under|next to|beside|as (?:the )?(?:answer to )?(?:the"
              + " )?)\\s*(?:the )?(?:(?:question|statement|row|item|line)"
              + " (?=Q\\d))?(Q\\d+|[\\p{L}][\\p{L} '’-]*?)$");

  private record Pair(String value, String question) {}

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var part :
        WHOLE.matcher(verb.group(1)).replaceFirst("").split("\\s*[,;]\\s*(?:and )?|\\s+and\\s+")) {
      var match = PAIR.matcher(part.strip());
      if (!match.matches()) {
        return Optional.empty();
      }
      var pair = new Pair(ahead.plain(match.group(1)), ahead.plain(match.group(2)));
      var job = new Once(sight -> choose(pair, sight));
      if (!job.fits(now)) {
        return Optional.empty();
      }
      jobs.add(job);
    }
    return Assignment.of(new Sequence(jobs));
  }

  private static Optional<Turn> choose(Pair pair, Sight now) {
    var reason = "“" + pair.value() + "” for “" + pair.question() + "”";
    return now.finder().all(Target.named(pair.question()), t -> isQuestion(t, pair)).stream()
        .flatMap(
            question ->
                PairsSkill.crossing(question, pair.value(), now)
                    .or(() -> among(question, pair.value(), now))
                    .stream())
        .findFirst()
        .map(
            t ->
                t.role().matches("checkbox|radio")
                    ? Turn.act(new Action.Check(now.element(t), true), reason)
                    : Turn.press(now, Handles.of(t, now), reason));
  }

  private static boolean isQuestion(Thing thing, Pair pair) {
    return !thing.isField()
        && (thing.hasWords() || !thing.node().name().isBlank())
        && !Texts.same(thing.label(), pair.value())
        && !thing.role().matches("button|option|radio");
  }

  /** The choice called so in the smallest part of the page around the question that has one. */
  private static Optional<Thing> among(Thing question, String value, Sight now) {
    var part = Rows.around(question, now, t -> isChoice(t, value, now));
    if (part == null) {
      return Optional.empty();
    }
    var found = part.all().filter(t -> isChoice(t, value, now)).toList();
    return found.stream()
        .filter(t -> t.order() > question.order())
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static boolean isChoice(Thing thing, String value, Sight now) {
    return (thing.role().matches("radio|checkbox|button|option|switch") || thing.isPressable())
        && (Texts.same(BriefJob.label(thing, now), value) || Texts.same(thing.text(), value));
  }
}
