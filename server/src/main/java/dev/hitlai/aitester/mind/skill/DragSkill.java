package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
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
      Pattern.compile(
          "(?i).*\\b(?:position|place|spot|top|bottom|end|beginning|start|front|back|row|slot)\\b.*");
  private static final Pattern BY =
      Pattern.compile(
          "(?i)^(?:drag|move)\\s+(?:the )?(.+?)\\s+(?:one |a"
              + " )?(?:(?:position|place|step|slot)s?\\s+)?(?:(?:to|towards) the"
              + " )?(up|down|left|right)(?:wards?)?(?: by (?:one|1)(?: position| place)?)?$");
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)^(?:drag|move|put|place)\\s+(?:the )?(.+?)\\s+(?:right |directly |just |immediately"
              + " )?(after|before|below|above|behind|under(?:neath)?|in front of) (?:the )?(.+?)(?:"
              + " in the \\p{L}+)?$");
  private static final Pattern SORT =
      Pattern.compile(
          "(?i)^(?:sort|arrange|order|put|drag|rearrange)\\b.*\\b(?:order|ascending\\w*|descending\\w*|alphabetically|increasing\\w*|decreasing\\w*|smallest|largest|small|large|low|high|lowest|highest|short|long|old|young|alphabet)\\b.*");

  /** Several at once, each to a place of its own. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?i)^(?:drag|move|put|sort|drop|place)\\s+(?:[^:]*:\\s*)?(.+ (?:in|on)?to"
              + " .+?(?:,|;|\\band\\b).+ (?:in|on)?to .+)$");

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
    var each = each(clause, ahead, now);
    if (each.isPresent()) {
      return each;
    }
    var both = BOTH.matcher(clause);
    if (both.matches()) {
      var first = all(both.group(1), both.group(2), ahead, now);
      var other = all(both.group(3), both.group(4), ahead, now);
      if (first.isPresent() && other.isPresent()) {
        return Assignment.of(new Sequence(List.of(first.get(), other.get())));
      }
    }
    var beside = BESIDE.matcher(clause);
    if (beside.matches()) {
      boolean after = beside.group(2).matches("(?i)after|below|behind|under(?:neath)?");
      var move =
          MoveJob.beside(
              Target.of(beside.group(1), ahead).words(),
              Target.of(beside.group(3), ahead).words(),
              after,
              now);
      if (move.isPresent()) {
        return move.flatMap(Assignment::of);
      }
    }
    var drag = DRAG.matcher(clause);
    if (!drag.matches()) {
      return Optional.empty();
    }
    if (isOption(drag.group(2), ahead, now) && isTickable(drag.group(1), ahead, now)) {
      return Optional.empty(); // What is moved has to be marked as well: the whole form is filled.
    }
    if (isOption(drag.group(2), ahead, now)
        && now.things().stream().noneMatch(t -> t.node().draggable())) {
      var place = Target.of(drag.group(2), ahead).words();
      return Assignment.of(new ChooseJob(List.of(place), true, "")); // the place is in a list
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
    var moving = new MoveToJob(what.words(), Target.of(drag.group(2), ahead).words());
    if (clause.matches("(?i)^(?:move|put|place|drag)\\b.*") && moving.fits(now)) {
      return Assignment.of(moving);
    }
    var steps = new StepsJob(what.words(), Target.of(drag.group(2), ahead).words());
    if (clause.matches("(?i)^(?:move|put|place|drag)\\b.*") && steps.fits(now)) {
      return Assignment.of(steps);
    }
    var job = new DragJob(what, Target.of(drag.group(2), ahead));
    boolean put = clause.matches("(?i)^(?:put|place|drop)\\b.*");
    return job.fits(now) && (!put || job.isByHand(now)) ? Assignment.of(job) : Optional.empty();
  }

  private static boolean isTickable(String what, Clauses ahead, Sight now) {
    var name = Target.of(what, ahead).words();
    return now.matching(t -> t.role().equals("checkbox") && Texts.contains(t.label(), name))
        .findAny()
        .isPresent();
  }

  private static boolean isOption(String place, Clauses clauses, Sight now) {
    var name = Target.of(place, clauses).words();
    return now.matching(t -> t.tag().equals("select") && t.control() != null)
        .map(t -> now.element(t).field())
        .anyMatch(
            field -> field != null && field.options().stream().anyMatch(o -> Texts.same(o, name)));
  }

  /** "Drag the words into their boxes: birds into “Birds” and fruit into “Fruit”". */
  private Optional<Assignment> each(String clause, Clauses ahead, Sight now) {
    var list = LIST.matcher(clause);
    if (!list.matches()) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    for (var part :
        list.group(1).split("\\s*[;,]\\s*(?:and )?|\\s+and\\s+(?=[^,;]+ (?:in|on)?to )")) {
      var one = DRAG.matcher("drag " + part);
      if (!one.matches()) {
        return Optional.empty();
      }
      var where = Target.of(one.group(2), ahead);
      var what = Target.of(one.group(1), ahead);
      var kind = DragAllJob.of("all " + one.group(1), where, ahead, now);
      jobs.add(kind.orElseGet(() -> new DragJob(what, where)));
    }
    return jobs.size() > 1 ? Assignment.of(new Sequence(jobs)) : Optional.empty();
  }

  private static Optional<Job> all(String what, String where, Clauses clauses, Sight now) {
    return DragAllJob.of(what, Target.of(where, clauses), clauses, now);
  }

  private static int position(String words) {
    if (words.matches("(?i).*\\b(?:top|beginning|start|front)\\b.*")) {
      return 1;
    }
    if (words.matches("(?i).*\\b(?:bottom|end|back)\\b.*")) {
      return -1;
    }
    var number = Texts.amount(words);
    return Texts.ordinal(words).orElse(Double.isNaN(number) ? 1 : (int) number);
  }
}
