package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts each detail of a wish where the page asks for it, page by page, and sends it. */
final class BriefJob implements Job {
  private static final int MOST_MOVES = 30;
  private static final int MOST_PAGES = 6;

  private final Clauses ahead;
  private final boolean sentLater;
  private final Brief brief;
  private final Set<String> seen = new HashSet<>();
  private int moves;
  private int filled;
  private int sent;
  private String before = "";
  private @Nullable OfferJob offer;

  /**
   * @param sentLater another clause says what is pressed in the end
   */
  BriefJob(Clauses ahead, boolean sentLater) {
    this.ahead = ahead;
    this.sentLater = sentLater;
    brief = new Brief(ahead);
  }

  @Override
  public boolean fits(Sight now) {
    var trial = new BriefJob(ahead, sentLater);
    return trial.fields(now).or(() -> trial.list(now)).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    if (moves++ >= MOST_MOVES) {
      return Turn.done();
    }
    if (offer != null) {
      return offer.turn(now);
    }
    var next = fill(now);
    if (next.isPresent()) {
      filled++;
      return next.get();
    }
    if (filled == 0) {
      return Turn.stuck("nothing here asks for it");
    }
    return goOn(now);
  }

  private Turn goOn(Sight now) {
    var shown = String.join("|", now.lines());
    var button = Commit.find(now, brief.words());
    boolean middle = button.isPresent() && Commit.isStep(button.get());
    if (shown.equals(before)
        || button.isEmpty()
        || sent >= MOST_PAGES
        || sent > 0 && !middle && !Commit.isEnd(button.get())
        || sentLater && !middle) {
      return pick(now);
    }
    before = shown;
    sent++;
    return Turn.press(now, button.get(), "what was asked for is filled in");
  }

  /** The best of what was found, should one be asked for. */
  private Turn pick(Sight now) {
    boolean choice =
        brief
            .words()
            .matches("(?i).*\\b(?:cheapest|shortest|fastest|quickest|most expensive|dearest)\\b.*");
    if (!choice || sent == 0) {
      return Turn.done();
    }
    offer = offer == null ? new OfferJob(brief.words()) : offer;
    return offer.turn(now);
  }

  private Optional<Turn> fill(Sight now) {
    return fields(now).or(() -> list(now)).or(() -> tile(now));
  }

  private Optional<Turn> fields(Sight now) {
    for (var field : now.fields()) {
      var turn = seen.contains(key(field, now)) ? Optional.<Turn>empty() : value(field, now);
      if (turn.isPresent()) {
        seen.add(key(field, now));
        return turn;
      }
    }
    return Optional.empty();
  }

  private static String key(Thing field, Sight now) {
    return field.node().ref() + "|" + label(field, now);
  }

  private Optional<Turn> value(Thing field, Sight now) {
    var label = label(field, now);
    var control = field.control();
    if (field.tag().equals("select") && control != null && control.field() != null) {
      return brief
          .option(control.field().options(), label)
          .filter(option -> !option.equals(field.value()))
          .map(option -> choose(field, option, now));
    }
    return switch (field.role()) {
      case "checkbox", "switch" ->
          brief
              .wants(label)
              .filter(on -> !on.equals(field.node().checked()))
              .map(on -> Turn.act(new Action.Check(now.element(field), on), asked(label)));
      case "radio" ->
          Boolean.TRUE.equals(field.node().checked()) ? Optional.empty() : radio(field, label, now);
      default -> text(field, label, now);
    };
  }

  private Optional<Turn> radio(Thing field, String label, Sight now) {
    var rivals =
        now.fields().stream()
            .filter(f -> f.role().equals("radio"))
            .map(f -> label(f, now))
            .toList();
    return brief
        .option(rivals, "")
        .filter(label::equals)
        .or(
            () ->
                brief.at(label) >= 0 && label.length() > 1 ? Optional.of(label) : Optional.empty())
        .filter(option -> brief.wants(option).orElse(true))
        .map(option -> Turn.act(new Action.Check(now.element(field), true), asked(label)));
  }

  private Turn choose(Thing field, String option, Sight now) {
    return Turn.act(new Action.Select(now.element(field), option), asked(option));
  }

  private Optional<Turn> text(Thing field, String label, Sight now) {
    var value =
        switch (field.type()) {
          case "date", "datetime-local", "month" -> Dates.iso(brief.words());
          case "time" -> Dates.time(brief.words());
          case "number", "range" -> number(label, now);
          default ->
              field.role().equals("spinbutton") || field.role().equals("slider")
                  ? number(label, now)
                  : field.takesText() ? words(field, label, now) : Optional.<String>empty();
        };
    return value.filter(text -> !text.equals(field.value())).map(text -> set(field, text, now));
  }

  private Turn set(Thing field, String text, Sight now) {
    return field.takesText() || field.type().equals("range") || Fields.isSettable(field)
        ? Fields.set(field, text, now)
        : new SetNumberJob(Double.parseDouble(text), field.node().ref()).turn(now);
  }

  private Optional<String> number(String label, Sight now) {
    long fields =
        now.fields().stream()
            .filter(f -> f.type().matches("number|range") || f.role().matches("spinbutton|slider"))
            .count();
    return brief.number(label).or(() -> fields == 1 ? brief.onlyNumber() : Optional.empty());
  }

  private Optional<String> words(Thing field, String label, Sight now) {
    if (!field.value().isBlank() && field.tag().equals("textarea")) {
      return Optional.empty();
    }
    var named = brief.text(label, field.type());
    if (named.isPresent()) {
      return named;
    }
    if (label.matches("(?i).*\\b(?:date|day|when|birthday)\\b.*")
        && Dates.in(brief.words()).isPresent()) {
      return Dates.in(brief.words()).map(date -> DateText.like(date, field, now));
    }
    if (label.matches("(?i).*\\b(?:time|hour|at)\\b.*") && Dates.time(brief.words()).isPresent()) {
      return Dates.time(brief.words());
    }
    var number = brief.number(label);
    if (number.isPresent()) {
      return number;
    }
    long free = now.fields().stream().filter(f -> f.takesText() && f.value().isBlank()).count();
    return free == 1 && field.value().isBlank()
        ? brief.quotation().or(brief::proper)
        : label.matches("(?i).*\\b(?:title|subject|event|message|note|text|name|what)\\b.*")
            ? brief.quotation()
            : Optional.empty();
  }

  static String label(Thing field, Sight now) {
    var control = field.control();
    var label = control == null || control.field() == null ? "" : control.field().label();
    if (!label.isBlank()) {
      return label;
    }
    if (!field.node().name().isBlank()) {
      return field.node().name();
    }
    return FieldNames.before(field, now).orElse("");
  }

  /** A list that is still closed and whose name is spoken of, or that is the only one. */
  private Optional<Turn> list(Sight now) {
    return now.matching(
            t ->
                (t.role().equals("combobox")
                        || t.tag().equals("div") && t.isLeaf() && t.isPressable())
                    && !t.tag().equals("select")
                    && !t.takesText()
                    && t.label().length() < 30)
        .filter(t -> !Boolean.TRUE.equals(t.node().expanded()))
        .filter(t -> t.role().equals("combobox") || brief.at(t.text()) >= 0 && isValued(t.text()))
        .filter(t -> seen.add("list " + t.node().ref()))
        .findFirst()
        .map(t -> Turn.press(now, t, "the list has to be opened"));
  }

  /** "size M": a value stands right behind the name. */
  private boolean isValued(String name) {
    int end = brief.at(name) + Texts.plain(name).length();
    return brief
        .words()
        .substring(Math.min(end, brief.words().length()))
        .matches("\\W+(?:\\p{Lu}|\\d).*");
  }

  /** One of several like things that stand side by side, such as cards, days or seats. */
  private Optional<Turn> tile(Sight now) {
    return now.matching(
            t -> t.isPressable() && t.hasWords() && !t.isField() && t.text().length() < 40)
        .filter(t -> brief.at(t.text()) >= 0 && brief.wants(t.text()).orElse(false))
        .filter(t -> hasTwins(t) && !seen.contains("list " + t.node().ref()))
        .filter(t -> !Boolean.TRUE.equals(t.node().selected()))
        .filter(t -> seen.add("tile " + Texts.plain(t.text())))
        .findFirst()
        .map(t -> Turn.press(now, t, asked(t.text())));
  }

  private static boolean hasTwins(Thing thing) {
    var parent = thing.parent();
    return parent != null
        && parent.children().stream()
                .filter(t -> t.tag().equals(thing.tag()) && t.role().equals(thing.role()))
                .count()
            > 1;
  }

  private static String asked(String label) {
    return "\"" + label + "\" is asked for";
  }
}
