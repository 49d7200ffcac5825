package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Drag the small box into the large one", "move Anna to the 3rd position", "sort the list". */
final class DragSkill implements Skill {
  private static final Pattern DRAG =
      Pattern.compile(
          "(?i)^(?:drag|move|put|place|drop)\\s+(?:and drop )?(?:the"
              + " )?(.+?)\\s+(?:in(?:to|side)?|on(?:to)?|over|to|so that it is (?:completely"
              + " )?(?:in|inside)|inside of)\\s+(?:the )?(.+)$");
  private static final Pattern POSITION =
      Pattern.compile("(?i).*\\b(?:position|place|spot|top|bottom|end|beginning|row|slot)\\b.*");
  private static final Pattern BY =
      Pattern.compile(
          "(?i)^(?:drag|move)\\s+(?:the )?(.+?)\\s+(?:one |a"
              + " )?(?:(?:position|place|step|slot)s?\\s+)?(?:(?:to|towards) the"
              + " )?(up|down|left|right)(?:wards?)?(?: by (?:one|1)(?: position| place)?)?$");
  private static final Pattern SORT =
      Pattern.compile(
          "(?i)^(?:sort|arrange|order|put|drag|rearrange)\\b.*\\b(?:order|ascending\\w*|descending\\w*|alphabetically|increasing\\w*|decreasing\\w*|smallest|largest|small|large|low|high|lowest|highest|short|long|old|young|alphabet)\\b.*");

  /** The verb is said but once: "all circles into the left box and the rest into the right one". */
  private static final Pattern BOTH =
      Pattern.compile(
          "(?i)^(?:drag|move|put|place|drop)\\s+(.+?)\\s+(?:in(?:to|side)?|on(?:to)?|to)\\s+(?:the"
              + " )?(.+?),?\\s+(?:and|but|while)\\s+(.+?)\\s+(?:in(?:to|side)?|on(?:to)?|to)\\s+(?:the"
              + " )?(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (SORT.matcher(clause).matches()) {
      return SortJob.of(clause, now).flatMap(Assignment::of);
    }
    var by = BY.matcher(clause);
    if (by.matches() && !by.group(1).matches("(?i).*\\b(?:to|into|in) the\\b.*")) {
      var alone = new DirectionJob(Target.of(by.group(1), ahead), by.group(2));
      if (alone.fits(now)) {
        return Assignment.of(alone);
      }
      return Assignment.of(MoveJob.by(ahead.plain(by.group(1)), by.group(2)));
    }
    var both = BOTH.matcher(clause);
    if (both.matches()) {
      var first = all(both.group(1), both.group(2), ahead, now);
      var other = all(both.group(3), both.group(4), ahead, now);
      if (first.isPresent() && other.isPresent()) {
        return Assignment.of(new Sequence(List.of(first.get(), other.get())));
      }
    }
    var drag = DRAG.matcher(clause);
    if (!drag.matches()) {
      return Optional.empty();
    }
    var what = Target.of(drag.group(1), ahead);
    var corner = CornerJob.of(what.words(), drag.group(2), now);
    if (corner.isPresent()) {
      return corner.flatMap(Assignment::of);
    }
    if (POSITION.matcher(drag.group(2)).matches()) {
      return Assignment.of(MoveJob.to(what.words(), position(drag.group(2))));
    }
    var several = DragAllJob.of(drag.group(1), Target.of(drag.group(2), ahead), ahead, now);
    if (several.isPresent() && clause.matches("(?i)^(?:drag|move|drop)\\b.*")) {
      return several.flatMap(Assignment::of);
    }
    var job = new DragJob(what, Target.of(drag.group(2), ahead));
    boolean put = clause.matches("(?i)^(?:put|place|drop)\\b.*");
    return job.fits(now) && (!put || job.isByHand(now)) ? Assignment.of(job) : Optional.empty();
  }

  private static Optional<Job> all(String what, String where, Clauses clauses, Sight now) {
    return DragAllJob.of(what, Target.of(where, clauses), clauses, now);
  }

  private static int position(String words) {
    if (words.matches("(?i).*\\b(?:top|beginning|start)\\b.*")) {
      return 1;
    }
    if (words.matches("(?i).*\\b(?:bottom|end)\\b.*")) {
      return -1;
    }
    var number = Texts.amount(words);
    return Texts.ordinal(words).orElse(Double.isNaN(number) ? 1 : (int) number);
  }
}
