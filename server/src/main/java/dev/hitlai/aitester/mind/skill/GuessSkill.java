package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Guess the number between 0 and 9", "find the hidden word in five tries": by halves. */
final class GuessSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:guess\\b.*|(?:find|work"
              + " out|discover|determine|hit|enter)\\b.*\\b(?:hidden|secret|unknown|right|correct|mystery)\\b.*\\b(?:number|word|value|letter|month|year|day|item)\\b.*|find\\b.*\\b(?:tries|guesses|attempts)\\b.*)$");
  private static final Pattern HINTED =
      Pattern.compile(
          "(?is).*\\b(?:tries|try|guess\\w*|attempts?|higher|lower|before or after|too"
              + " (?:low|high|big|small|large)|feedback|hints?|warmer|colder|larger or"
              + " smaller|greater or (?:less|smaller))\\b.*");

  /** Whoever says so need not say "guess". */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?is)(?=.*\\b(?:higher|lower|too"
              + " (?:high|low|big|small|large))\\b)(?=.*\\b(?:forgot|forgotten|don't know|do not"
              + " know|can't remember|don't"
              + " remember|unknown|secret|lost)\\b.*\\b(?:number|code|value|pin)\\b).*\\d.*");

  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,5})\\s*(?:-|–|to|and|up to|through)\\s*(\\d{1,5})(?!\\d|\\.\\d)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var all = ahead.plain(ahead.rest());
    if (SECRET.matcher(all).matches()) {
      return range(all.replaceAll("(?i)\\bbetween\\b", ""))
          .or(() -> limits(now))
          .map(choices -> new Assignment(new GuessJob(choices), ahead.texts().size()));
    }
    if (!ASKED.matcher(clause).matches() || !HINTED.matcher(ahead.plain(ahead.rest())).matches()) {
      return Optional.empty();
    }
    return choices(clause, now)
        .map(choices -> new Assignment(new GuessJob(choices), ahead.texts().size()));
  }

  private static Optional<GuessJob.Choices> choices(String clause, Sight now) {
    var list =
        now.matching(t -> t.tag().equals("select") && t.control() != null)
            .map(GuessJob.Choices::ofList)
            .filter(choices -> choices.count() > 3)
            .findFirst();
    return list.or(() -> range(clause))
        .or(() -> limits(now))
        .or(
            () ->
                now.lines().stream().map(GuessSkill::range).flatMap(Optional::stream).findFirst());
  }

  private static Optional<GuessJob.Choices> range(String text) {
    var range = RANGE.matcher(text);
    return range.find()
        ? Optional.of(
            GuessJob.Choices.ofNumbers(
                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))))
        : Optional.empty();
  }

  private static Optional<GuessJob.Choices> limits(Sight now) {
    return now.fields().stream()
        .map(Thing::node)
        .filter(node -> node.min() != null && node.max() != null)
        .map(
            node -> {
              Double least = node.min();
              Double most = node.max();
              return GuessJob.Choices.ofNumbers(
                  least == null ? 0 : least.intValue(), most == null ? 100 : most.intValue());
            })
        .findFirst();
  }
}
