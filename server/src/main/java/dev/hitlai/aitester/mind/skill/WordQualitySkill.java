package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Click the word that starts with "tr"": told by its letters. */
final class WordQualitySkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:click|press|tap|select|choose|pick|find|hit)(?: on)?\\s+(?:the|a|an)\\s+(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches()
        || asked
            .group(1)
            .matches(
                "(?i).*\\b(?:suggest|autocomplet|drop-?down|mails?|e-?mails?|message|post)\\w*\\b.*")) {
      return Optional.empty();
    }
    var job =
        new Once(
            sight ->
                WordQuality.find(asked.group(1), ahead, sight)
                    .map(t -> Turn.press(sight, t, "its letters are as asked")));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
