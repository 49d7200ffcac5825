package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drags one thing after the other to one place: "all circles into the box", "A and C to the bin".
 */
final class DragAllJob implements Job {
  private static final Pattern EVERY =
      Pattern.compile(
          "(?i)^(?:all(?: of)?|each(?: of)?|every(?: one of)?|both(?: of)?|any)\\b(?: the| these|"
              + " those)?\\s+(.+)$");
  private static final Pattern REST =
      Pattern.compile(
          "(?i)(?:everything|anything|all|every(?:one)?) (?:else|other(?: \\p{L}+)?|others)|(?:the"
              + " )?(?:rest|others|other (?:ones|shapes|figures|things|items)|remaining"
              + " \\p{L}+)|all (?:the )?(?:rest|others)");
  private static final Pattern SEVERAL =
      Pattern.compile("(?i)^(?:(?:two|three|four|five|six|\\d) )?(.+s)$");

  private final List<Target> named;
  private final String kind;
  private final Target where;
  private final Set<Integer> dragged = new HashSet<>();

  private DragAllJob(List<Target> named, String kind, Target where) {
    this.named = named;
    this.kind = kind;
    this.where = where;
  }

  /** Empty when the words speak of one thing, or of what is not there. */
  static Optional<Job> of(String what, Target where, Clauses clauses, Sight now) {
    var every = EVERY.matcher(what.strip());
    var several = SEVERAL.matcher(what.strip());
    var names = ChooseSkill.items(what, clauses);
    var job =
        REST.matcher(what.strip()).matches()
            ? new DragAllJob(List.of(), what.strip(), where)
            : every.matches()
                ? new DragAllJob(List.of(), clauses.plain(every.group(1)), where)
                : names.size() > 1
                    ? new DragAllJob(names.stream().map(Target::named).toList(), "", where)
                    : several.matches()
                        ? new DragAllJob(List.of(), clauses.plain(several.group(1)), where)
                        : null;
    return job == null || !job.fits(now) ? Optional.empty() : Optional.of(job);
  }

  @Override
  public boolean fits(Sight now) {
    return DragJob.place(where, now).isPresent() && all(now).size() > (named.isEmpty() ? 0 : 1);
  }

  @Override
  public Turn turn(Sight now) {
    var goal = DragJob.place(where, now);
    if (goal.isEmpty()) {
      return Turn.stuck("there is no place to drag it to");
    }
    var next =
        all(now).stream()
            .filter(t -> t != goal.get() && !isInside(t, goal.get()))
            .filter(t -> dragged.add(t.node().ref()))
            .findFirst();
    int count = dragged.size();
    return next.map(t -> drag(t, goal.get(), count, now)).orElseGet(Turn::done);
  }

  /** Each to a place of its own, so that none covers the next. */
  private static Turn drag(Thing thing, Thing goal, int count, Sight now) {
    double aside = (count % 3 - 1) * 0.12;
    return Turn.act(
        new Action.Drag(now.element(thing), now.element(goal), 0.5 + aside, 0.5 - aside / 2),
        "it belongs there as well");
  }

  private static boolean isInside(Thing thing, Thing goal) {
    return thing.isIn(goal)
        || Math.abs(thing.centerX() - goal.centerX()) < goal.box().width() / 2
            && Math.abs(thing.centerY() - goal.centerY()) < goal.box().height() / 2;
  }

  private List<Thing> all(Sight now) {
    if (!named.isEmpty()) {
      var found = new ArrayList<Thing>();
      for (var target : named) {
        var thing = DragJob.find(target, now);
        if (thing.isEmpty()) {
          return List.of();
        }
        found.add(thing.get());
      }
      return found;
    }
    return ofKind(now);
  }

  private List<Thing> ofKind(Sight now) {
    var goal = DragJob.place(where, now);
    if (REST.matcher(kind).matches()) {
      return goal.map(place -> left(place, now)).orElse(List.of());
    }
    var looks =
        Looks.speaksIn(kind)
            ? Looks.all(kind, now).stream()
                .filter(t -> goal.isEmpty() || t.area() < goal.get().area())
                .toList()
            : List.<Thing>of();
    return looks.isEmpty() ? entries(now) : looks;
  }

  /** All that is drawn, or can be dragged, and lies in no place yet. */
  private static List<Thing> left(Thing goal, Sight now) {
    var places = DropPlaces.places(now);
    return now.matching(t -> !t.paint().shape().isEmpty() && t.isLeaf() || t.node().draggable())
        .filter(t -> t.area() < goal.area() / 2 && !t.isField() && !t.role().equals("button"))
        .filter(t -> !places.contains(t))
        .filter(t -> places.stream().noneMatch(place -> isInside(t, place)))
        .toList();
  }

  /** Small things of one kind: by what they are, else by what they are an instance of. */
  private List<Thing> entries(Sight now) {
    var entries =
        now.matching(t -> t.node().draggable() || t.isLeaf() && t.hasWords())
            .filter(t -> t.text().length() < 40 && !t.isField() && !t.role().equals("button"))
            .filter(t -> DragJob.place(where, now).filter(goal -> goal == t).isEmpty())
            .toList();
    var labels = entries.stream().map(Thing::text).toList();
    return Categories.members(kind, labels)
        .map(members -> entries.stream().filter(t -> members.contains(t.text())).toList())
        .filter(found -> !found.isEmpty())
        .orElseGet(
            () ->
                kind.matches(
                        "(?i)(?:the"
                            + " )?(?:items?|things?|boxes|cards?|entries|tiles?|files?|pieces?)")
                    ? entries.stream().filter(t -> t.node().draggable()).toList()
                    : List.of());
  }
}
