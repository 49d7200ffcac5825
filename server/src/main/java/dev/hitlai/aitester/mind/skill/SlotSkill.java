package dev.hitlai.aitester.mind.skill;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "The first free appointment after 13:00", "the last train before noon", "any time after 5 pm".
 */
final class SlotSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(first|earliest|next|soonest|latest|last|any|an?)\\b(?:"
              + " (?:free|available|open|possible|bookable|train|bus|flight|boat|ferry|film|show|table|appointment|slot|time|departure|lesson|class|session|one|start|connection|tour))+.*?(?:\\b(after|from|at"
              + " or after|not before|later than|before|until|by|no later than|earlier"
              + " than|past)\\b(?: (?:the )?)?(.+))?$");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)^\\W*(\\d{1,2})[:.](\\d{2})\\s*(am|pm)?\\b.*|^\\W*(\\d{1,2})\\s*(am|pm)\\b.*");

  private static final Pattern LATEST =
      Pattern.compile("(?i)\\b(?:latest|last) (?:\\p{L}+ )?(?:time|slot|start|one)\\b");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var asked = ASKED.matcher(clause);
    if (!Clauses.startsWithVerb(ahead.first()) || !asked.find() || slots(now).size() < 3) {
      return Optional.empty();
    }
    boolean last =
        asked.group(1).matches("(?i)last|latest")
            || asked.group(1).matches("(?i)any|an?") && LATEST.matcher(clause).find();
    var relation = asked.group(2) == null ? "" : asked.group(2).toLowerCase(java.util.Locale.ROOT);
    var limit = asked.group(3) == null ? Optional.<LocalTime>empty() : time(asked.group(3));
    if (!relation.isEmpty() && limit.isEmpty()) {
      return Optional.empty();
    }
    var job =
        new Once(
            sight ->
                pick(sight, last, relation, limit)
                    .map(t -> Turn.press(sight, t, "it is the time that is asked for")));
    if (!job.fits(now)) {
      return Optional.empty();
    }
    return Assignment.of(new Sequence(List.of(job, new Details(Wish.of(ahead, 1)))));
  }

  /** What else is said of it: for how many, in whose name. */
  private static final class Details implements Job {
    private final Wish wish;
    private final Placing placing = new Placing();

    Details(Wish wish) {
      this.wish = wish;
    }

    @Override
    public Turn turn(Sight now) {
      return placing
          .underWay(now)
          .or(() -> placing.next(wish, Matching.of(wish, Slots.of(now)), now))
          .orElseGet(Turn::done);
    }
  }

  private static Optional<Thing> pick(
      Sight now, boolean last, String relation, Optional<LocalTime> limit) {
    var order = Comparator.comparing((Thing t) -> shown(t).orElseThrow());
    var fitting =
        slots(now).stream()
            .filter(t -> !t.node().disabled() && !isTaken(t))
            .filter(t -> limit.isEmpty() || holds(shown(t).orElseThrow(), relation, limit.get()));
    return last ? fitting.max(order) : fitting.min(order);
  }

  private static boolean isTaken(Thing thing) {
    var words = (thing.text() + " " + thing.node().name()).toLowerCase(java.util.Locale.ROOT);
    return words.matches(
            ".*\\b(?:taken|full|booked|sold out|unavailable|busy|closed|reserved)\\b.*")
        || thing.paint().is("strike");
  }

  private static boolean holds(LocalTime time, String relation, LocalTime limit) {
    return switch (relation) {
      case "from", "at or after", "not before" -> !time.isBefore(limit);
      case "until", "by", "no later than" -> !time.isAfter(limit);
      case "before", "earlier than" -> time.isBefore(limit);
      default -> time.isAfter(limit);
    };
  }

  /** Things to press that begin with a time. */
  private static List<Thing> slots(Sight now) {
    return Nesting.innermost(
        now.matching(
                t ->
                    (t.isPressable() || t.role().equals("option"))
                        && t.text().length() < 40
                        && shown(t).isPresent())
            .toList());
  }

  private static Optional<LocalTime> shown(Thing thing) {
    var clock = CLOCK.matcher(thing.text());
    return clock.matches()
        ? Dates.time(thing.text().replace('.', ':')).map(LocalTime::parse)
        : Optional.empty();
  }

  private static Optional<LocalTime> time(String words) {
    if (words.matches("(?i).*\\b(?:noon|midday|lunch ?time)\\b.*")) {
      return Optional.of(LocalTime.NOON);
    }
    var bare = words.matches("(?i)\\s*\\d{1,2}(?: o'?clock)?\\W*");
    return bare
        ? Optional.of(LocalTime.of((int) Texts.amount(words) % 24, 0))
        : Dates.time(words).map(LocalTime::parse);
  }
}
