package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** "Leave the rest blank", "don't touch anything else": nothing to do for. */
final class NothingSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    boolean nothing =
        ahead
            .first()
            .matches(
                "(?i)^(?:(?:leave|keep|let)\\b (?:all |the"
                    + " |every)*(?:rest|others?|remaining|remainder|else|thing else|anything"
                    + " else|everything else)\\b.*|(?:do not|don't|never)"
                    + " (?:touch|change|alter|press|click|open|use|select|choose|tick|delete|remove|select|mark|move|edit|send|buy|forget|worry|mind|hurry)\\b.*|(?:nothing|no)"
                    + " (?:else|other|more)\\b.*|(?:the )?(?:rest|others) (?:stays?|remains?|can"
                    + " stay|should stay)\\b.*|(?:be|take) care\\w*\\b.*|take your time.*)$");
    return nothing ? Assignment.of(sight -> Turn.done()) : Optional.empty();
  }
}
