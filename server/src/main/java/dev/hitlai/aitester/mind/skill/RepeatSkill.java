package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Ring the bell exactly four times": the same request again and again. */
final class RepeatSkill implements Skill {
  private static final Pattern TIMES =
      Pattern.compile(
          "(?i)^(.+?),? (?:exactly |just |precisely |for )?(?:a total of"
              + " )?(\\d{1,2}|once|twice|thrice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:"
              + " (?:more |further )?times?)(?: in (?:a row|total|all)| altogether| over| more| one"
              + " after (?:the other|another)| exactly)?(.*)$");
  private static final Pattern OFTEN =
      Pattern.compile("(?i)^((?!double|click|tap|press).+?) (?:exactly )?(twice|thrice)(.*)$");
  private static final int MOST = 35;

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var times = TIMES.matcher(ahead.first());
    var often = OFTEN.matcher(ahead.first());
    var match = times.matches() ? times : often;
    if (match == often && !often.matches()) {
      return Optional.empty();
    }
    var word = match.group(2).toLowerCase(java.util.Locale.ROOT);
    int count = word.equals("twice") ? 2 : word.equals("thrice") ? 3 : Texts.number(word).orElse(1);
    var once = (match.group(1) + match.group(3)).strip();
    boolean another = TIMES.matcher(once).matches() || OFTEN.matcher(once).matches();
    if (count > MOST || another || !Clauses.startsWithVerb(once)) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < count; i++) {
      jobs.add(new LaterJob(once, ahead.quotations()));
    }
    return Assignment.of(new Sequence(jobs));
  }
}
