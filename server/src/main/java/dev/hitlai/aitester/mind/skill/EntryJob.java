package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** Does something with one entry: by the control in its row, its menu, or after opening it. */
final class EntryJob implements Job {
  private static final int MOST_MOVES = 8;

  private final String action;
  private final String who;
  private final Explorer explorer = new Explorer();
  private boolean done;
  private boolean menuOpened;
  private boolean opened;
  private boolean marked;
  private int moves;

  EntryJob(String action, String who) {
    this.action = action;
    this.who = who;
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    if (moves++ >= MOST_MOVES) {
      return Turn.stuck("there is no way to " + action + " what is by “" + who + "”");
    }
    if (opened
        && action.equals("rename")
        && now.fields().stream().anyMatch(f -> f.takesText() && Texts.same(f.value(), who))) {
      done = true; // its name can be changed where it stands
      return Turn.done();
    }
    boolean opensWriting = action.equals("reply") || action.equals("comment");
    if (opened && opensWriting && now.fields().stream().anyMatch(EntryJob::isForWriting)) {
      done = true; // one writes at once
      return Turn.done();
    }
    var marking = marked || menuOpened || opened ? Optional.<Turn>empty() : mark(now);
    if (marking.isPresent()) {
      marked = true;
      return marking.get();
    }
    var control =
        inRow(action, now)
            .or(() -> menuOpened || opened || marked ? anywhere(now) : Optional.empty());
    if (control.isPresent()) {
      done = true;
      return Turn.press(now, control.get(), "it belongs to “" + who + "”");
    }
    if (!menuOpened) {
      var menu = inRow("more", now);
      if (menu.isPresent()) {
        menuOpened = true;
        return Turn.press(now, menu.get(), "the rest may be in the menu of “" + who + "”");
      }
    }
    return openEntry(now)
        .or(() -> explorer.reveal(now))
        .orElseGet(() -> Turn.stuck("nothing is by “" + who + "”"));
  }

  /** Its control is at hand, or the entry can be opened or has a menu. */
  @Override
  public boolean fits(Sight now) {
    boolean common = action.matches("add|save|call|print|download|copy|rate|edit");
    return inRow(action, now).isPresent() || !common;
  }

  /** The control is there but once, for all that is marked in the list beside it. */
  private Optional<Turn> mark(Sight now) {
    var units =
        Deeds.of(action).stream().flatMap(word -> Units.common(word, now).stream()).toList();
    var entries =
        Nesting.innermost(
            now.matching(t -> !t.isField() && Texts.same(t.text(), who) || Texts.same(t.own(), who))
                .toList());
    if (units.size() != 1 || entries.size() != 1) {
      return Optional.empty();
    }
    var entry = entries.getFirst();
    return ItemDeedJob.isTogether(units.getFirst(), entry)
        ? Optional.empty()
        : Optional.of(ItemDeedJob.marking(entry, who, now));
  }

  private static boolean isForWriting(Thing field) {
    return field.tag().equals("textarea") && field.value().isBlank();
  }

  /** It stands open, with the control for it. */
  boolean isOpen(Sight now) {
    return anywhere(now).isPresent();
  }

  private Optional<Thing> inRow(String wanted, Sight now) {
    return Deeds.of(wanted).stream()
        .map(word -> now.finder().find(new Target(word, "", 0, who, false), EntryJob::isSmall))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> wanted.equals("delete") ? cross(now) : Optional.empty());
  }

  /** The cross on the chip or in the line of it takes it away. */
  private Optional<Thing> cross(Sight now) {
    return Nesting.innermost(now.matching(t -> Texts.same(t.own(), who)).toList()).stream()
        .flatMap(
            t -> java.util.stream.Stream.concat(java.util.stream.Stream.of(t), t.around().limit(2)))
        .map(part -> part.all().filter(t -> t.own().matches("[×✕✖✗⨯🗑xX]")).toList())
        .filter(crosses -> crosses.size() == 1)
        .map(java.util.List::getFirst)
        .findFirst();
  }

  private Optional<Thing> anywhere(Sight now) {
    return Deeds.of(action).stream()
        .map(word -> now.finder().find(Target.named(word), EntryJob::isSmall))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A control, not a passage that happens to say the word. */
  private static boolean isSmall(Thing thing) {
    return thing.text().length() < 30 && !thing.isField() && !thing.node().disabled();
  }

  private Optional<Turn> openEntry(Sight now) {
    if (opened) {
      return Optional.empty();
    }
    return now.finder()
        .find(Target.named(who), Thing::hasWords)
        .map(
            entry -> {
              opened = true;
              return Turn.press(now, entry, "the entry of “" + who + "” has to be opened");
            });
  }
}
