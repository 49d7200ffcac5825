package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Does an errand as people do it on a page they don't know: gives what is asked for, picks what is
 * meant, uses the control for the deed, answers what the page asks back, and sees it through to the
 * end, looking behind what may hide the next of it.
 */
final class ErrandJob implements Job {
  private static final int MOST_MOVES = 30;
  private static final int MOST_WAITS = 5;
  private static final int MOST_OPENINGS = 8;
  private static final Pattern SEARCH =
      Pattern.compile(
          "(?i)\\W*(?:search|find|look ?up|go|filter|show|check"
              + " availability|next|continue)\\b.{0,24}");

  private static final Pattern UNSAID =
      Pattern.compile("(?i)\\b(?:please|choose|select|pick|any|none|not set|a|an|your|the)\\b|\\W");
  private static final Pattern UNSET =
      Pattern.compile(
          "(?i)(?:.{0,30}\\b(?:choose|select|pick|not set)\\b.{0,20}|.{2,30}[▾▼⌄˅]\\W*)");

  private final Errand errand;
  private final EntryChoice choice;
  private final Placing placing = new Placing();
  private final Explorer explorer = new Explorer();
  private final Set<String> pressed = new HashSet<>();
  private @Nullable Job stay;
  private Set<Integer> before = Set.of();
  private int moves;
  private int waits;
  private int openings;
  private boolean acted;
  private boolean committed;
  private String after = "";

  ErrandJob(Errand errand) {
    this.errand = errand;
    choice = new EntryChoice(errand);
  }

  /** It could begin here at once. */
  @Override
  public boolean fits(Sight now) {
    var trial = new ErrandJob(errand);
    return trial.begin(now).isPresent() || Loading.isSaid(now);
  }

  private Optional<Turn> begin(Sight now) {
    return values(now).or(() -> deed(now)).or(() -> tile(now)).or(() -> list(now));
  }

  @Override
  public Turn turn(Sight now) {
    if (moves++ >= MOST_MOVES) {
      return Turn.done();
    }
    if (waits < MOST_WAITS && Loading.isSaid(now)) {
      waits++;
      return Turn.act(new Action.Await(Duration.ofMillis(300)), "it is still coming");
    }
    var next = next(now);
    if (next.isPresent()) {
      return next.get();
    }
    if (committed || openings >= MOST_OPENINGS) {
      return acted ? Turn.done() : Turn.stuck("nothing here is for it");
    }
    openings++;
    return explore(now).orElseGet(() -> acted ? Turn.done() : Turn.stuck("nothing here is for it"));
  }

  private Optional<Turn> next(Sight now) {
    var shown = shown(now);
    boolean still = committed && shown.equals(after);
    var move =
        Answers.turn(errand, now, before, false)
            .filter(turn -> isNew(turn, now))
            .or(() -> still ? Optional.empty() : begin(now))
            .or(() -> Answers.turn(errand, now, before, true).filter(turn -> isNew(turn, now)))
            .or(() -> still ? Optional.empty() : commit(now));
    move.ifPresent(turn -> acted = true);
    return move;
  }

  private Optional<Turn> values(Sight now) {
    var going = placing.underWay(now);
    if (going.isPresent()) {
      return going;
    }
    var wish = errand.wish(now);
    var slots = Slots.of(now);
    var matching = Matching.of(wish, slots);
    return Context.closed(matching, now)
        .flatMap(t -> press(t, now, "what is written goes to the one that is open"))
        .or(() -> placing.next(wish, matching, now))
        .or(() -> days(now))
        .or(() -> seats(now))
        .or(() -> new Lookup(errand, choice).turn(slots, now).filter(turn -> isFresh(turn)));
  }

  /** Days to press in the month that is drawn. */
  private Optional<Turn> days(Sight now) {
    if (stay == null) {
      stay = CalendarSkill.job(errand.wanted(), now).orElse(null);
    }
    var turn = stay == null ? Turn.done() : stay.turn(now);
    return turn instanceof Turn.Act ? Optional.of(turn) : Optional.empty();
  }

  private Optional<Turn> seats(Sight now) {
    return CellSkill.told(errand.wanted(), now).stream()
        .filter(t -> pressed.add("seat " + t.node().ref()))
        .findFirst()
        .map(t -> Turn.press(now, t, "it is in the row and the column that are told"));
  }

  /** The control of the deed, in the entry that is meant; else what may show it. */
  private Optional<Turn> deed(Sight now) {
    var controls = Controls.of(errand, now);
    if (controls.size() > 1) {
      return choice
          .of(Entry.around(controls))
          .filter(one -> choice.isWhole(one) || !Explorer.leadsOn(now))
          .map(Entry::control)
          .or(() -> entry(now).flatMap(one -> choice.in(one, controls, now)))
          .flatMap(t -> press(t, now, "it belongs to what is meant"));
    }
    if (controls.size() == 1
        && !before.isEmpty()
        && !before.contains(controls.getFirst().node().ref())
        && !isPressed(controls.getFirst(), now)) {
      return press(controls.getFirst(), now, "it has come up for this");
    }
    var entry = stay == null ? entry(now) : Optional.<Entry>empty();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    return Pick.mark(entry.get(), now)
        .or(
            () ->
                controls.isEmpty()
                    ? Controls.menu(entry.get())
                        .flatMap(t -> press(t, now, "more can be done with it here"))
                    : Optional.empty())
        .or(() -> press(Handles.of(Pick.handle(entry.get()), now), now, "this one is meant"));
  }

  /** The entry of the list that tells most of what is asked for. */
  private Optional<Entry> entry(Sight now) {
    var dialog = now.dialog();
    return Entry.listings(now).stream()
        .filter(list -> dialog == null || list.stream().allMatch(one -> one.part().isIn(dialog)))
        .map(choice::of)
        .flatMap(Optional::stream)
        .filter(one -> Pick.isOne(one) && !isPressed(Handles.of(Pick.handle(one), now), now))
        .max(Comparator.comparingDouble(this::density));
  }

  /** How much of what is asked for it tells, and how little else. */
  private double density(Entry entry) {
    var wanted = errand.concepts();
    double shared = entry.concepts().stream().filter(wanted::contains).count();
    return shared * shared / Math.max(1, entry.concepts().size());
  }

  /** Something whose whole name is spoken of. */
  private Optional<Turn> tile(Sight now) {
    var wanted = errand.concepts();
    var dialog = now.dialog();
    return now.matching(
            t -> t.isPressable() && !t.isField() && t.hasWords() && t.label().length() < 60)
        .filter(t -> !t.node().disabled() && (dialog == null || t.isIn(dialog)))
        .filter(
            t ->
                !Boolean.TRUE.equals(t.node().selected())
                    && !Boolean.TRUE.equals(t.node().expanded()))
        .filter(t -> isNamed(t, wanted) && !isPressed(t, now) && isOnlyOne(t, now))
        .filter(t -> !Commit.isNamedSo(t) || !t.role().equals("button"))
        .max(
            Comparator.comparingInt((Thing t) -> Words.concepts(t.label()).size())
                .thenComparingInt(t -> before.contains(t.node().ref()) ? 0 : 1))
        .flatMap(t -> press(Handles.of(t, now), now, "\"" + t.label() + "\" is spoken of"));
  }

  /** A list of choices that is still closed, and that the request speaks of. */
  private Optional<Turn> list(Sight now) {
    var wanted = errand.concepts();
    return now.matching(t -> UNSET.matcher(t.label()).matches() && !t.isField())
        .filter(t -> t.isPressable() && !t.tag().equals("select") && !isPressed(t, now))
        .filter(
            t ->
                Words.concepts(UNSAID.matcher(t.label()).replaceAll(" ")).stream()
                    .anyMatch(wanted::contains))
        .reduce((outer, inner) -> inner)
        .flatMap(t -> press(t, now, "what is asked for has to be chosen here"));
  }

  private static boolean isOnlyOne(Thing thing, Sight now) {
    return !thing.label().matches("\\d+")
        || now.matching(t -> t.isPressable() && Texts.same(t.label(), thing.label())).count() == 1;
  }

  private boolean isNamed(Thing thing, Set<String> wanted) {
    var named = new HashSet<>(Words.concepts(thing.label()));
    Texts.wholeNumbers(thing.label()).forEach(named::add);
    return !named.isEmpty()
        && !(stay != null && thing.label().matches("\\d+"))
        && !Pick.isBack(thing)
        && wanted.containsAll(named);
  }

  /** What makes it count: the button of the deed, else the one that sends. */
  private Optional<Turn> commit(Sight now) {
    var own = Controls.of(errand, now);
    var button = own.size() == 1 ? Optional.of(own.getFirst()) : Optional.<Thing>empty();
    boolean ready = acted || errand.strongDeeds().size() == 1; // else something goes before it
    return button
        .filter(t -> ready && !isPressed(t, now))
        .or(
            () ->
                acted
                    ? Commit.find(now, errand.wanted(), t -> !isPressed(t, now) && !refuses(t, now))
                    : Optional.empty())
        .flatMap(t -> press(t, now, "what was asked for is given"))
        .map(turn -> sent(turn, now));
  }

  /** Leaves a dialog without doing what was asked for. */
  private boolean refuses(Thing button, Sight now) {
    return now.dialog() != null
        && Answers.isRefusal(button)
        && errand.strongDeeds().stream().noneMatch(deed -> Texts.contains(button.label(), deed));
  }

  /** A search brings up what is meant, which then has to be used. */
  private Turn sent(Turn turn, Sight now) {
    boolean search =
        turn instanceof Turn.Act act
            && act.action() instanceof Action.Click click
            && SEARCH.matcher(click.target().label()).matches();
    committed = !search;
    after = shown(now);
    return turn;
  }

  private Optional<Turn> explore(Sight now) {
    return explorer.likely(now).or(() -> openers(now));
  }

  private Optional<Turn> openers(Sight now) {
    return Openers.next(now, errand.wish(now), Set.of())
        .filter(t -> !isPressed(t, now))
        .flatMap(t -> press(t, now, "what is still missing may be behind it"));
  }

  private Optional<Turn> press(Thing thing, Sight now, String reason) {
    if (!pressed.add(Marks.of(thing, now))) {
      return Optional.empty();
    }
    before = now.refs();
    return Optional.of(Turn.press(now, thing, reason));
  }

  private boolean isNew(Turn turn, Sight now) {
    return turn instanceof Turn.Act act
        && act.action() instanceof Action.Click click
        && pressed.add(click.target().label() + shown(now).hashCode());
  }

  private boolean isFresh(Turn turn) {
    return turn instanceof Turn.Act act && pressed.add("looked up " + act.action().describe());
  }

  private boolean isPressed(Thing thing, Sight now) {
    return pressed.contains(Marks.of(thing, now));
  }

  private static String shown(Sight now) {
    return String.join("|", now.lines());
  }
}
