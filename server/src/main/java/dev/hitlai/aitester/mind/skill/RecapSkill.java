package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Move the sliders accordingly", "please change that": what the words before asked for and what is
 * done already.
 */
final class RecapSkill implements Skill {
  private static final Pattern RECAP =
      Pattern.compile(
          "(?i)^(?:set|change|correct|fix|fill|adjust|move|enter|put|select|choose|adapt|pick|make|update|amend|type|do|use|write|insert|find|specify|give|arrange|note|leave|keep)\\b(?:"
              + " ?(?:in|out|up))?(?! Q\\d).*");
  private static final Pattern SAME =
      Pattern.compile(
          "(?i)^(?:leave|keep)\\b.*|^\\w+(?: (?:in|out|up))?(?:"
              + " (?:it|that|this|these|those|them|so|the|my|your|our|both|all)\\b.*|)$|.*\\b(?:accordingly|to"
              + " match|like that|that way|the way|as (?:said|told|asked))\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    boolean rest =
        clause.matches(
            "(?i)^(?:leave|keep) (?:the rest|everything else|all (?:the )?(?:other|else)|the"
                + " (?:other|others)|what|it as).*");
    return (rest || now.notes().hasFilled())
            && RECAP.matcher(clause).matches()
            && SAME.matcher(clause).matches()
            && Wish.of(ahead, 1).mentions().stream().allMatch(one -> one.isDoubtful(clause))
        ? Assignment.of(sight -> Turn.done())
        : Optional.empty();
  }
}
