package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Optional;

/** Presses one thing, looking for it behind sections, tabs and pages if need be. */
final class PressJob implements Job {
  private static final int MOST_OPENINGS = 25;

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
    return Superlatives.find(target, now)
        .or(
            () ->
                target.quoted()
                    ? Optional.empty()
                    : Styles.find(target.words() + " " + target.kind(), now))
        .or(() -> Looks.find(target, now))
        .or(() -> Contacts.find(target, now))
        .or(() -> now.finder().find(target))
        .or(() -> withoutPlace(now))
        .or(() -> entryTried ? opened(now) : Optional.empty());
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
