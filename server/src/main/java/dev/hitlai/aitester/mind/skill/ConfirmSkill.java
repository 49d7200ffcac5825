package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Say yes when asked", "but back out of it": the answer to the question that the page asks back.
 */
final class ConfirmSkill implements Skill {
  private static final Pattern NO =
      Pattern.compile(
          "(?i)^(?:(?:say|answer|choose|press|reply|click)(?: with)?"
              + " (?:Q\\d+|no|cancel)\\b.*\\b(?:asked?|asks|question|confirm\\w*|sure|prompted|dialog|pop-?up)\\b.*|(?:back|pull|chicken)"
              + " out\\b.*|(?:think better of|call (?:it )?off|change your"
              + " mind|decline|refuse|dismiss|deny|abort|cancel)\\b(?: (?:it|that|this|the"
              + " (?:question|confirmation|dialog|pop-?up|deletion|prompt)))?(?:\\W.*)?|(?:do"
              + " not|don't|never) (?:confirm|go through with|agree|really)\\b.*)$");
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^(?:(?:say|answer|reply|choose|press|click)(?: with)?"
              + " (?:Q\\d+|yes|ok|okay)\\b.*\\b(?:asked?|asks|question|confirm\\w*|sure|prompted|dialog|pop-?up)\\b.*|(?:say|answer|reply)(?:"
              + " with)? (?:yes|ok|okay)\\b.*|(?:confirm|agree|insist|go ahead|go through with"
              + " it)\\b(?: (?:to )?(?:it|that|this|the"
              + " (?:question|confirmation|dialog|pop-?up|deletion|removal|prompt)))?(?:\\W.*)?)$");

  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)^(?:but |and )?(?:when|if|once|as soon as|in the"
              + " (?:dialog|pop-?up|question))\\b[^,]*,\\s*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (now.dialog() == null) {
      boolean mood =
          ahead.first().matches("(?i)^(?:but )?(?:change your mind|think better of it)$");
      return mood && ahead.texts().size() > 1
          ? Assignment.of(sight -> Turn.done())
          : Optional.empty();
    }
    var clause = ASIDE.matcher(ahead.first()).replaceFirst("").replaceFirst(":.*$", "");
    if (NO.matcher(clause).matches() && !YES.matcher(clause).matches()) {
      return job(sight -> Confirmations.refuse(sight), now);
    }
    return YES.matcher(clause).matches()
        ? job(sight -> Confirmations.agree(sight, "confirm"), now)
        : Optional.empty();
  }

  private static Optional<Assignment> job(
      java.util.function.Function<Sight, Optional<Turn>> move, Sight now) {
    var job = new Once(move);
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
