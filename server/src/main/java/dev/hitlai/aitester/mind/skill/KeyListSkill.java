package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Focus the list, move to Oslo with the arrow keys": an entry of a list, reached by keys alone.
 */
final class KeyListSkill implements Skill {
  private static final int FARTHEST = 3;
  private static final Pattern BY_KEYS =
      Pattern.compile("(?i)\\b(?:(?:arrow|cursor|up|down) keys?|keyboard|arrows)\\b");
  private static final Pattern ENDS =
      Pattern.compile("(?i)^(?:press|hit|use|push|strike|confirm|submit|then)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    int last = last(ahead);
    if (last < 0) {
      return Optional.empty();
    }
    var said = String.join(". ", ahead.texts().subList(0, last + 1));
    return KeyListJob.of(ahead.plain(said), now).flatMap(job -> Assignment.of(job, last + 1));
  }

  /** The last of the next clauses that speaks of keys, with nothing but moving before it. */
  private static int last(Clauses ahead) {
    int found = -1;
    for (int i = 0; i < Math.min(FARTHEST, ahead.texts().size()); i++) {
      if (BY_KEYS.matcher(ahead.at(i)).find()) {
        found = i;
      } else if (ENDS.matcher(ahead.at(i)).matches()) {
        break;
      }
    }
    return found;
  }
}
