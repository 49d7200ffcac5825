package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;

/** Presses one thing, looking for it behind sections, tabs and pages if need be. */
final class PressJob implements Job {
  private static final int MOST_OPENINGS = 25;
  private static final String ENTRY =
      "(?i)(?:\\p{L}+"
          + " )?(?:e-?mail|message|mail|post|chat|conversation|thread|letter|note|entry|item|row|card|order|article|ticket|task|request|review|invoice|booking)";

  private static final String SENDING =
      "(?i)(?:submit|send|save|ok|okay|done|log ?-?in|sign"
          + " ?-?(?:in|up)|search|go|confirm|enter|continue)";

  private final Target target;
  private final Explorer explorer = new Explorer();
  private int openings;
  private boolean pressed;
  private boolean rowMenuTried;
  private boolean entryTried;
  private boolean waited;

  PressJob(Target target) {
    this.target = target;
  }

  @Override
  public Turn turn(Sight now) {
    if (pressed) {
      return Turn.done();
    }
    var found = find(now);
    if (found.isPresent()) {
      pressed = true;
      return Turn.press(
          now,
          Handles.of(found.get(), now),
          "the instruction names \"" + found.get().label() + "\"");
    }
    if (!waited) {
      waited = true;
      return Turn.act(new Action.Await(Duration.ofMillis(250)), "it may come yet");
    }
    var commit = commit(now);
    if (commit.isPresent()) {
      pressed = true;
      return Turn.press(now, commit.get(), "nothing else here is for it");
    }
    var menu = rowMenu(now);
    if (menu.isPresent()) {
      rowMenuTried = true;
      return Turn.press(now, menu.get(), "it may be in the menu of “" + target.beside() + "”");
    }
    var entry = entry(now);
    if (entry.isPresent()) {
      entryTried = true;
      return Turn.press(now, entry.get(), "it may be inside");
    }
    return openings++ < MOST_OPENINGS
        ? explorer.reveal(now).orElseGet(() -> Turn.stuck("there is no " + describe()))
        : Turn.stuck("there is no " + describe());
  }

  private Optional<Thing> find(Sight now) {
    return inTable(now)
        .or(() -> Superlatives.find(target, now))
        .or(
            () ->
                target.quoted()
                    ? Optional.empty()
                    : Styles.find(target.words() + " " + target.kind(), now))
        .or(() -> target.beside().isBlank() ? Looks.find(target, now) : inRow(now))
        .or(() -> Contacts.find(target, now))
        .or(() -> isEntry() ? entryBy(now) : Optional.empty())
        .or(() -> now.finder().find(target))
        .or(() -> withoutPlace(now))
        .or(() -> entryTried ? opened(now) : Optional.empty());
  }

  /** In the row that leads a table by what the words speak of. */
  private Optional<Thing> inTable(Sight now) {
    return target.quoted()
        ? Optional.empty()
        : TableRows.leading(target.words() + " " + target.kind() + " " + target.beside(), now);
  }

  /** What looks so in the row that it belongs to. */
  private Optional<Thing> inRow(Sight now) {
    if (!Looks.speaksIn(target.words() + " " + target.kind())) {
      return Optional.empty();
    }
    var alike = Looks.all(target, now);
    return now.finder().all(Target.named(target.beside()), Thing::hasWords).stream()
        .map(anchor -> Rows.around(anchor, now, alike::contains))
        .filter(row -> row != null)
        .flatMap(row -> alike.stream().filter(one -> one.isIn(row)))
        .findFirst();
  }

  /** "The message from Ann": an entry of a list, which need not say what it is. */
  private boolean isEntry() {
    return !target.quoted()
        && target.ordinal() == 0
        && !target.beside().isBlank()
        && (target.words() + " " + target.kind()).strip().matches(ENTRY);
  }

  private Optional<Thing> entryBy(Sight now) {
    return now.finder()
        .find(Target.named(target.beside()), t -> t.hasWords() && !t.isField())
        .map(t -> t.nearest(one -> one.isPressable() || one.tag().matches("li|tr|article")))
        .filter(t -> !t.isField() && t.text().length() < 300);
  }

  /** In the opened entry it stands alone. */
  private Optional<Thing> opened(Sight now) {
    return now.finder()
        .find(new Target(target.words(), target.kind(), target.ordinal(), "", target.quoted()));
  }

  /** What it stands beside may be only a part of its name: "terms of use". */
  private Optional<Thing> withoutPlace(Sight now) {
    return target.beside().isBlank() || !target.words().isBlank() && target.quoted()
        ? Optional.empty()
        : now.finder()
            .find(Target.named(target.words() + " " + target.beside()), Thing::hasWords)
            .filter(t -> !Texts.contains(target.beside(), t.label()));
  }

  /** "Press login" where the button that sends the form is called "OK". */
  private Optional<Thing> commit(Sight now) {
    boolean sends =
        target.beside().isBlank()
            && target.ordinal() == 0
            && target.words().matches(SENDING)
            && now.fields().stream().anyMatch(f -> !f.value().isEmpty());
    var buttons = now.matching(t -> t.role().equals("button") && Commit.isNamedSo(t)).toList();
    return sends && buttons.size() == 1 ? Optional.of(buttons.getFirst()) : Optional.empty();
  }

  private Optional<Thing> rowMenu(Sight now) {
    return target.beside().isBlank() || rowMenuTried
        ? Optional.empty()
        : now.finder()
            .find(
                new Target("more", "", 0, target.beside(), false),
                t -> t.text().length() < 20 && !t.isField());
  }

  /** What it belongs to may have to be opened for it. */
  private Optional<Thing> entry(Sight now) {
    return entryTried || target.beside().isBlank()
        ? Optional.empty()
        : now.finder()
            .find(Target.named(target.beside()), Thing::hasWords)
            .map(t -> t.nearest(Thing::isPressable))
            .filter(t -> !t.tag().equals("body"));
  }

  private String describe() {
    return target.isNameless() ? target.kind() : "“" + target.words() + "”";
  }

  @Override
  public boolean fits(Sight now) {
    return find(now).isPresent() || target.quoted() && rowMenu(now).isPresent();
  }
}
