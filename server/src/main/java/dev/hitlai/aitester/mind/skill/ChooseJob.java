package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses several things in whatever they are offered: boxes, options, lists, cards. */
final class ChooseJob implements Job {
  private static final int MOST_OPENINGS = 12;

  private static final Pattern UNDER =
      Pattern.compile(
          "^(.{2,40}?) (?:under(?:neath)?|beneath|below) (?:the"
              + " (?:heading|section|group|category|branch) )?(?:the"
              + " )?[\"“]?(\\p{Lu}[^\"”]{1,40})[\"”]?$");

  private final List<String> items;
  private final boolean on;
  private final String widget;
  private final Set<Integer> pressed = new HashSet<>();
  private final Explorer explorer = new Explorer();
  private boolean fromList;
  private int current;
  private int openings;
  private int opened = -1;
  private int pressedItem = -1;
  private final Set<Integer> typed = new HashSet<>();
  private @Nullable Job typing;

  ChooseJob(List<String> items, boolean on, String widget) {
    this.items = List.copyOf(items);
    this.on = on;
    this.widget = widget;
  }

  /** The words say that a list has it, which may still be closed. */
  ChooseJob fromList() {
    fromList = true;
    return this;
  }

  @Override
  public boolean fits(Sight now) {
    return items.stream()
            .anyMatch(
                item ->
                    choice(item, now).isPresent()
                        || select(item, now).isPresent()
                        || GroupedChoice.of(item, now).isPresent())
        || items.stream().anyMatch(item -> NamedListJob.of(widget, item, now).isPresent())
        || items.stream()
            .anyMatch(
                item ->
                    item.contains(" ")
                        && (NamedListJob.of(item, now).isPresent()
                            || select(item.substring(item.indexOf(' ') + 1), now).isPresent()))
        || (fromList || !widget.isBlank()) && closed(now).isPresent()
        || items.stream().anyMatch(item -> isInClosed(item, now))
        || now.matching(t -> isTyped(t) && t.role().equals("combobox")).findAny().isPresent()
            && items.size() == 1;
  }

  /** "Pans under Kitchen" while Kitchen is still folded. */
  private static boolean isInClosed(String item, Sight now) {
    var under = UNDER.matcher(item);
    return under.matches()
        && now.matching(t -> Boolean.FALSE.equals(t.node().expanded()))
            .anyMatch(t -> Texts.contains(t.label(), under.group(2)));
  }

  @Override
  public Turn turn(Sight now) {
    while (current < items.size()) {
      var turn = choose(items.get(current), now);
      if (!(turn instanceof Turn.Done)) {
        return turn;
      }
      current++;
    }
    return Turn.done();
  }

  /** "size M": a choice with the name of its list before it. */
  private Optional<Turn> inNamedList(String item, Sight now) {
    int gap = item.indexOf(' ');
    if (gap < 0) {
      return Optional.empty();
    }
    var label = item.substring(0, gap);
    var value = item.substring(gap + 1);
    return now.matching(t -> t.tag().equals("select") && FieldNames.fit(label, t, now) >= 0.5)
        .filter(t -> !option(t, value).isEmpty())
        .findFirst()
        .map(
            t -> {
              pressedItem = current;
              return Turn.act(
                  new Action.Select(now.element(t), option(t, value)),
                  "\"" + item + "\" is asked for");
            });
  }

  private Turn choose(String item, Sight now) {
    if (pressedItem == current) {
      return Turn.done();
    }
    if (typing != null) {
      var turn = typing.turn(now);
      if (turn instanceof Turn.Act) {
        return turn;
      }
      typing = null;
      pressedItem = current;
      return Turn.done();
    }
    var select = select(item, now);
    if (select.isPresent()) {
      return inSelect(select.get(), item, now);
    }
    var grouped = GroupedChoice.of(item, now);
    var named =
        grouped.isPresent() || Offered.swatch(item, now).isPresent()
            ? Optional.<Job>empty()
            : NamedListJob.of(widget, item, now).or(() -> NamedListJob.of(item, now));
    if (named.isPresent()) {
      typing = named.get();
      return typing.turn(now);
    }
    var listed = inNamedList(item, now);
    if (listed.isPresent()) {
      return listed.get();
    }
    var choice = grouped.or(() -> choice(item, now));
    if (choice.isEmpty()) {
      return reveal(item, now);
    }
    var thing = choice.get();
    if (isAsWanted(thing) || pressed.contains(thing.node().ref())) {
      return Turn.done();
    }
    pressed.add(thing.node().ref());
    pressedItem = current;
    var box = box(thing);
    return box != null
        ? Turn.act(new Action.Check(now.element(box), on), "\"" + item + "\" is asked for")
        : Turn.press(now, Handles.of(thing, now), "\"" + item + "\" is asked for");
  }

  private Turn inSelect(Thing select, String item, Sight now) {
    if (!pressed.add(select.node().ref() * 1000 + current)) {
      return Turn.done();
    }
    return Turn.act(
        new Action.Select(now.element(select), option(select, item)),
        "\"" + item + "\" is asked for");
  }

  /** A native list that offers it. */
  private Optional<Thing> select(String item, Sight now) {
    return now.matching(t -> t.tag().equals("select") && !t.node().disabled())
        .filter(t -> !option(t, item).isEmpty())
        .filter(t -> widget.isBlank() || FieldNames.fit(widget, t, now) >= 0.5 || only(now))
        .findFirst();
  }

  private static boolean only(Sight now) {
    return now.matching(t -> t.tag().equals("select")).count() == 1;
  }

  private static String option(Thing select, String item) {
    var control = select.control();
    if (control == null || control.field() == null) {
      return "";
    }
    var options = control.field().options();
    return options.stream()
        .filter(option -> Texts.same(option, item))
        .findFirst()
        .or(() -> options.stream().filter(option -> Texts.contains(option, item)).findFirst())
        .orElse("");
  }

  private Optional<Thing> choice(String item, Sight now) {
    Predicate<Thing> choosable = thing -> isChoice(thing, now);
    var under = UNDER.matcher(item);
    if (under.matches()) {
      var inside = new Target(under.group(1), "", 0, under.group(2), true);
      return now.finder()
          .find(inside, choosable)
          .or(() -> now.finder().find(Target.named(under.group(1)), choosable));
    }
    var target = Target.named(item);
    var leading = Offered.best(item, now).or(() -> TableRows.leading(item, now));
    if (leading.isPresent()) {
      return leading;
    }
    return now.finder()
        .find(
            target,
            choosable.and(
                t -> t.role().matches("checkbox|radio|option|switch|menuitem(radio|checkbox)")))
        .or(() -> Offered.swatch(item, now))
        .or(() -> now.finder().find(target, choosable))
        .or(() -> Looks.find(new Target(item, "", 0, "", false), now));
  }

  private static boolean isChoice(Thing thing, Sight now) {
    return !thing.takesText()
        && thing.label().length() < 120
        && !thing.role().equals("heading")
        && !thing.tag().matches("select|body|html")
        && thing.all().noneMatch(one -> one != thing && isListButton(one) && isArrow(one));
  }

  /** The closed list itself is none of what it offers. */
  private static boolean isArrow(Thing thing) {
    return thing.text().matches("(?s).*[▾▼⌄˅]");
  }

  /** The box to tick that a label or row stands for, null when the thing itself is pressed. */
  private static @Nullable Thing box(Thing thing) {
    Predicate<Thing> isBox = t -> t.role().matches("checkbox|radio|switch");
    return thing.all().filter(isBox).findFirst().orElse(null);
  }

  private boolean isAsWanted(Thing thing) {
    var node = thing.node();
    var state = node.checked() != null ? node.checked() : node.selected();
    var box = box(thing);
    return box != null && box.node().checked() != null
        ? box.node().checked() == on
        : state != null && state == on && !thing.role().equals("tab");
  }

  /** Where one types to be offered something: a field of suggestions, or one over an open list. */
  private Optional<Turn> type(String item, Sight now) {
    var field =
        now.matching(t -> isTyped(t) && t.value().isBlank() && !t.node().disabled())
            .filter(
                t ->
                    t.role().equals("combobox")
                        || openings > 0
                        || !widget.isBlank() && FieldNames.fit(widget, t, now) >= 0.5)
            .filter(t -> typed.add(t.node().ref()))
            .findFirst();
    field.ifPresent(t -> typing = new SuggestionJob(t.node().ref(), item, ""));
    return field.map(t -> typing == null ? Turn.done() : typing.turn(now));
  }

  /** Some lists call themselves fields but take no typing. */
  private static boolean isTyped(Thing thing) {
    return thing.takesText() && thing.tag().equals("input");
  }

  private Turn reveal(String item, Sight now) {
    var offered = type(item, now);
    if (offered.isPresent()) {
      return offered.get();
    }
    var closed = closed(now);
    if (openings++ >= MOST_OPENINGS) {
      return Turn.stuck("nothing offers “" + item + "”");
    }
    if (closed.isPresent()) {
      opened = closed.get().node().ref();
      return Turn.press(now, closed.get(), "the list has to be opened");
    }
    return explorer.reveal(now).orElseGet(() -> Turn.stuck("nothing offers “" + item + "”"));
  }

  private Optional<Thing> closed(Sight now) {
    return now.matching(t -> t.role().equals("combobox") || isListButton(t))
        .filter(t -> !t.tag().equals("select") && t.node().ref() != opened && !isTyped(t))
        .filter(
            t ->
                widget.isBlank()
                    || FieldNames.fit(widget, t, now) >= 0.5
                    || Finder.words(widget, t) >= 0.5)
        .findFirst();
  }

  private static boolean isListButton(Thing thing) {
    return thing.isPressable()
        && (thing
                .text()
                .toLowerCase(Locale.ROOT)
                .matches("(?:please )?(?:select|choose|pick)\\b.{0,30}|.{0,40}[▾▼⌄˅]")
            || thing.role().equals("button") && Boolean.FALSE.equals(thing.node().expanded()));
  }
}
