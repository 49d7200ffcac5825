package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Enter the date 2026-03-14", "choose March 5, 2026 in the calendar". */
final class DateSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:enter|type|select|choose|pick|set|input|put|fill|find|go"
              + " to|click|change|book|open|write)\\b(.*)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var words = ahead.plain(verb.group(1));
    var date = Dates.in(words);
    if (date.isEmpty() || words.matches("(?i).*\\b(?:from|flight|hotel|train|room)\\b.*")) {
      return Optional.empty();
    }
    var job = new DateJob(date.get(), words, "");
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
