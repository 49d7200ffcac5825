package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Presses arrow keys until one thing has reached another, going round what stands in the way. */
final class SteerJob implements Job {
  private static final int MOST_MOVES = 60;
  private static final double NEAR = 6;
  private static final Pattern SIGN = Pattern.compile("[(\\[]\\s*(\\S{1,3})\\s*[)\\]]");

  private final String mover;
  private final String goal;
  private final Set<String> blocked = new HashSet<>();
  private String lastKey = "";
  private String lastPlace = "";
  private boolean focused;
  private int moves;
  private double goalX;
  private double goalY;

  SteerJob(String mover, String goal) {
    this.mover = mover;
    this.goal = goal;
  }

  @Override
  public Turn turn(Sight now) {
    var from = thing(mover, now);
    thing(goal, now)
        .ifPresent(
            to -> {
              goalX = to.centerX();
              goalY = to.centerY();
            });
    if (from.isEmpty()) {
      return moves > 0 ? Turn.done() : Turn.stuck("there is no “" + mover + "”");
    }
    var at = from.get();
    var place = Math.round(at.centerX()) + "," + Math.round(at.centerY());
    if (place.equals(lastPlace)) {
      var stage = stage(at);
      if (!focused && stage.isPresent()) {
        focused = true;
        lastPlace = "";
        return Turn.press(now, stage.get(), "the keys are to go there");
      }
      blocked.add(place + lastKey);
    }
    var key = key(at, place);
    if (key.isEmpty() || moves++ >= MOST_MOVES) {
      return isThere(at) ? Turn.done() : Turn.stuck("“" + mover + "” does not get there");
    }
    lastKey = key.get();
    lastPlace = place;
    return Turn.act(new Action.Press(lastKey), "“" + goal + "” lies that way");
  }

  private boolean isThere(Thing at) {
    return Math.abs(goalX - at.centerX()) < NEAR && Math.abs(goalY - at.centerY()) < NEAR;
  }

  /** The way that shortens most, else any that is open but back. */
  private Optional<String> key(Thing at, String place) {
    if (isThere(at)) {
      return Optional.empty();
    }
    double right = goalX - at.centerX();
    double down = goalY - at.centerY();
    var aside = right > 0 ? "ArrowRight" : "ArrowLeft";
    var along = down > 0 ? "ArrowDown" : "ArrowUp";
    boolean asideFirst = Math.abs(right) >= Math.abs(down);
    var wanted = asideFirst ? List.of(aside, along) : List.of(along, aside);
    return Stream.concat(
            wanted.stream().filter(key -> key.equals(aside) ? differs(right) : differs(down)),
            Stream.of("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft")
                .filter(key -> !wanted.contains(key) || !differs(right) || !differs(down)))
        .filter(key -> !blocked.contains(place + key))
        .findFirst();
  }

  private static boolean differs(double distance) {
    return Math.abs(distance) >= NEAR;
  }

  /** What takes the keys: around the thing, with a frame of its own. */
  private static Optional<Thing> stage(Thing at) {
    return at.around().filter(t -> t.control() != null).findFirst().or(() -> Optional.of(at));
  }

  /** By the sign that is said with it, else by name or looks. */
  private static Optional<Thing> thing(String words, Sight now) {
    var sign = SIGN.matcher(words);
    if (sign.find()) {
      return now.matching(t -> t.text().equals(sign.group(1))).reduce((outer, inner) -> inner);
    }
    var target = Target.of(words, new Clauses(List.of(), List.of()));
    return now.finder().find(target, t -> t.text().length() < 40).or(() -> Looks.find(target, now));
  }

  @Override
  public boolean fits(Sight now) {
    return thing(mover, now).isPresent() && thing(goal, now).isPresent();
  }
}
