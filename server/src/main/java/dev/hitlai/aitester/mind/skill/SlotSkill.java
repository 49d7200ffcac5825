package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
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

  private static final Pattern EXACT =
      Pattern.compile("(?i)\\b(?:at|for) (?=\\d{1,2}(?:[:.]\\d{2}|\\s*[ap]\\.?m))");

  private static final Pattern DAY =
      Pattern.compile(
          "(?i)\\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b(today|tomorrow)\\b");

  /** "An appointment on Friday at 16:15": the day first, then just this time. */
  private static Optional<Assignment> exact(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var at = EXACT.matcher(clause);
    if (!at.find()) {
      return Optional.empty();
    }
    var time = time(clause.substring(at.end()));
    var day = day(clause, now);
    if (time.isEmpty() || day.isEmpty() && slotAt(time.get(), clause, now).isEmpty()) {
      return Optional.empty();
    }
    Job slot =
        new Once(
            sight ->
                slotAt(time.get(), clause, sight)
                    .map(t -> Turn.press(sight, t, "it is the time that is asked for")));
    Job first =
        new Once(
            sight ->
                day(clause, sight)
                    .map(t -> Turn.press(sight, t, "it is the day that is asked for")));
    return Assignment.of(
        new Sequence(
            day.isEmpty()
                ? List.of(slot, new Details(Wish.of(ahead, 1)))
                : List.of(first, slot, new Details(Wish.of(ahead, 1)))));
  }

  /** Where the column of the day and the row of the time meet in a plan of the week. */
  private static Optional<Thing> crossing(String clause, Sight now) {
    var at = EXACT.matcher(clause);
    var said = DAY.matcher(clause);
    var time = at.find() ? time(clause.substring(at.end())) : Optional.<LocalTime>empty();
    if (time.isEmpty() || !said.find()) {
      return Optional.empty();
    }
    var day = said.group().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    var columns =
        heads(
            now,
            t -> t.text().toLowerCase(java.util.Locale.ROOT).matches("(?s)" + day + ".{0,16}"));
    var rows = heads(now, t -> t.text().length() < 9 && shown(t).equals(time));
    return columns.stream()
        .flatMap(
            top ->
                rows.stream()
                    .flatMap(
                        head ->
                            now.matching(t -> t.isPressable() && !t.isField())
                                .filter(t -> t.box().width() < 2.5 * top.box().width() + 40)
                                .filter(t -> Rows.sameLine(t, head) && t != head && t != top)
                                .filter(
                                    t ->
                                        Math.abs(t.centerX() - top.centerX())
                                            < Math.max(12, top.box().width() / 2))))
        .findFirst();
  }

  private static List<Thing> heads(Sight now, java.util.function.Predicate<Thing> isOne) {
    return now.matching(
            t -> !t.isPressable() && t.hasWords() && t.text().length() < 24 && isOne.test(t))
        .toList();
  }

  private static Optional<Thing> slotAt(LocalTime time, String clause, Sight now) {
    var fitting =
        slots(now).stream()
            .filter(t -> !t.node().disabled() && !isTaken(t))
            .filter(t -> shown(t).orElseThrow().equals(time))
            .toList();
    var said = Words.concepts(clause);
    var named = fitting.stream().filter(t -> isNamed(t, said)).toList();
    return fitting.size() == 1
        ? Optional.of(fitting.getFirst())
        : named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** The head of its block is spoken of: whose time it is. */
  private static boolean isNamed(Thing slot, java.util.Set<String> said) {
    return slot.around()
        .limit(3)
        .map(part -> part.children().stream().filter(SlotSkill::isHead).toList())
        .filter(heads -> !heads.isEmpty())
        .findFirst()
        .filter(heads -> heads.stream().anyMatch(t -> said.containsAll(Words.concepts(t.text()))))
        .isPresent();
  }

  private static boolean isHead(Thing thing) {
    return thing.isLeaf()
        && thing.hasWords()
        && !thing.isPressable()
        && !Words.concepts(thing.text()).isEmpty();
  }

  /** One of several days side by side, to be pressed before its times are shown. */
  private static Optional<Thing> day(String clause, Sight now) {
    var said = DAY.matcher(clause);
    if (!said.find()) {
      return Optional.empty();
    }
    var name = said.group().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    var days =
        Nesting.innermost(
            now.matching(
                    t ->
                        t.isPressable()
                            && !t.isField()
                            && t.text().length() < 24
                            && DAY.matcher(t.text()).find())
                .toList());
    var meant =
        days.stream()
            .filter(
                t -> t.text().toLowerCase(java.util.Locale.ROOT).matches("(?s)\\W*" + name + ".*"))
            .toList();
    return days.size() > 1 && meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var crossing = crossing(clause, now);
    if (crossing.isPresent()) {
      return Assignment.of(
          new Sequence(
              List.of(
                  new Once(
                      sight ->
                          crossing(clause, sight)
                              .map(t -> Turn.press(sight, t, "this is the day and the time"))),
                  new Details(Wish.of(ahead, 1)))));
    }
    if (Clauses.startsWithVerb(ahead.first()) && slots(now).size() >= 3) {
      var exact = exact(ahead, now);
      if (exact.isPresent()) {
        return exact;
      }
    }
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
  static final class Details implements Job {
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
        ? Dates.time(thing.text().replaceAll("(?<=\\d)\\.(?=\\d)", ":")).map(LocalTime::parse)
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
