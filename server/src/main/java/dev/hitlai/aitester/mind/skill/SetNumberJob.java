package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;

/** Brings a slider, spin button or plain stepper to a number. */
final class SetNumberJob implements Job {
  private static final int MOST_MOVES = 40;

  private final double wanted;
  private final int ref;
  private int moves;
  private double grip = Double.NaN;
  private double lastShown = Double.NaN;
  private double lastShare;
  private boolean keysFail;
  private int pressed;
  private double each;

  SetNumberJob(double wanted, int ref) {
    this.wanted = wanted;
    this.ref = ref;
  }

  @Override
  public Turn turn(Sight now) {
    var found = now.again(ref);
    if (found.isEmpty() || moves++ >= MOST_MOVES) {
      return Turn.stuck("the value can't be set to " + Arithmetic.shown(wanted));
    }
    var widget = found.get();
    double shown = shown(widget, now);
    if (Math.abs(shown - wanted) < 0.001) {
      return Turn.done();
    }
    if (widget.takesText() && moves == 1) {
      return Turn.act(
          new Action.Type(now.element(widget), Arithmetic.shown(wanted)),
          "this number is asked for");
    }
    if (widget.type().equals("range") && moves == 1) {
      return Turn.act(
          new Action.Type(now.element(widget), Arithmetic.shown(wanted)),
          "this number is asked for");
    }
    var stepped = step(widget, shown, now);
    return stepped.orElseGet(
        () ->
            takesKeys(widget) && !keysFail
                ? byKeys(widget, shown, now)
                : byHand(widget, shown, now));
  }

  private Optional<Turn> step(Thing widget, double shown, Sight now) {
    if (Double.isNaN(shown) && widget.takesText()) {
      return NumberWidget.raisers(widget, now).stream()
          .findFirst()
          .map(t -> Turn.press(now, t, "the number has to rise"));
    }
    if (!NumberWidget.isNumber(widget)) {
      return Optional.empty();
    }
    var meaning = shown < wanted ? "increase" : "decrease";
    return NumberWidget.beside(widget, meaning, now).stream()
        .findFirst()
        .map(
            t ->
                Turn.press(
                    now, t, "the number is " + Arithmetic.shown(shown) + " and has to " + meaning));
  }

  /** A slider, a spin button, or a handle that the focus can be brought to. */
  private static boolean takesKeys(Thing widget) {
    return widget.role().matches("slider|spinbutton")
        || widget.control() != null && !widget.isField() && widget.isLeaf();
  }

  private String arrow(Thing widget, boolean more) {
    return widget.role().equals("spinbutton") || isUpright(widget)
        ? more ? "ArrowUp" : "ArrowDown"
        : more ? "ArrowRight" : "ArrowLeft";
  }

  private static boolean isUpright(Thing handle) {
    var track = handle.parent();
    return track != null
        && !handle.isField()
        && track.box().height() > 2 * track.box().width()
        && handle.box().height() < track.box().height() / 2;
  }

  private Turn byKeys(Thing widget, double shown, Sight now) {
    if (shown == lastShown) {
      keysFail = true;
      return byHand(widget, shown, now);
    }
    var step = widget.node().step();
    double moved = pressed == 0 ? 0 : Math.abs(shown - lastShown) / pressed;
    boolean atEnd =
        Double.valueOf(shown).equals(widget.node().min())
            || Double.valueOf(shown).equals(widget.node().max());
    each = moved > 0 && (!atEnd || pressed == 1) ? moved : each;
    lastShown = shown;
    double by = step != null ? step : each;
    int times =
        by == 0
            ? 1 // how far one press goes has to be seen first
            : (int) Math.min(200, Math.max(1, Math.round(Math.abs(wanted - shown) / by)));
    pressed = times;
    return Turn.act(
        new Action.Keys(now.element(widget), arrow(widget, wanted > shown), times),
        "the slider stands at " + Arithmetic.shown(shown));
  }

  /** Drags the handle along its track and looks what number it shows. */
  private Turn byHand(Thing handle, double shown, Sight now) {
    var track = handle.parent();
    if (track == null) {
      return Turn.stuck("the handle has no track");
    }
    double share = share(handle, track);
    double next = next(handle, shown, share);
    lastShown = shown;
    lastShare = share;
    double along = Math.max(-0.02, Math.min(1.02, next));
    boolean upright = isUpright(handle);
    return Turn.act(
        new Action.Drag(
            now.element(handle),
            now.element(track),
            upright ? 0.5 : along,
            upright ? 1 - along : 0.5),
        "the slider stands at "
            + (Double.isNaN(shown) ? "an unknown number" : Arithmetic.shown(shown)));
  }

  private static double share(Thing handle, Thing track) {
    return isUpright(handle)
        ? 1 - (handle.centerY() - track.box().y()) / track.box().height()
        : (handle.centerX() - track.box().x()) / track.box().width();
  }

  private double next(Thing handle, double shown, double share) {
    var least = handle.node().min();
    var most = handle.node().max();
    if (Double.isNaN(grip)
        && !Double.isNaN(shown)
        && !Double.isNaN(lastShown)
        && Math.abs(share - lastShare) > 0.01
        && shown != lastShown) {
      grip = (shown - lastShown) / (share - lastShare);
    } else if (!Double.isNaN(lastShown)
        && shown != lastShown
        && Math.abs(share - lastShare) > 0.02) {
      grip = (shown - lastShown) / (share - lastShare);
    }
    if (!Double.isNaN(grip) && grip != 0) {
      return share + (wanted - shown) / grip;
    }
    double from = least == null ? 0 : least;
    double to = most == null ? 100 : most;
    return (wanted - from) / (to - from);
  }

  /** What the widget says it is at: its own value, or the number shown nearby. */
  private double shown(Thing widget, Sight now) {
    if (!widget.value().isBlank()) {
      return Texts.amount(widget.value());
    }
    if (NumberWidget.isNumber(widget)) {
      return Texts.amount(widget.own());
    }
    var numbers =
        now.matching(t -> t.own().matches("\\D{0,20}-?\\d{1,5}(?:\\.\\d+)?\\s*[%°]?")).toList();
    var handles = NumberWidget.all(now);
    if (numbers.size() == handles.size() && handles.contains(widget)) {
      return Texts.amount(numbers.get(handles.indexOf(widget)).own()); // to each its own
    }
    return numbers.stream()
        .min(
            java.util.Comparator.comparingDouble(
                t ->
                    Math.hypot(
                        (t.centerX() - widget.centerX()) / 4, t.centerY() - widget.centerY())))
        .map(t -> Texts.amount(t.own()))
        .orElse(Double.NaN);
  }
}
