package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.Optional;

/** "Scroll the text to the end": within a region, else the page. */
final class ScrollSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!ahead
        .first()
        .matches(
            "(?i)^(?:scroll\\b.*|(?:read|go through|look through)\\b.* (?:to|till|until)"
                + " (?:its|the|their) (?:very )?(?:end|bottom|last line)\\b.*|(?:go|move|get)"
                + " (?:down )?to the (?:very )?(?:end|bottom|top)(?: of .*)?)")) {
      return Optional.empty();
    }
    boolean up = ahead.first().matches("(?i).*\\b(?:up|top|beginning|start)\\b.*");
    return Assignment.of(new ScrollJob(up));
  }

  private static final class ScrollJob implements Job {
    private final boolean up;
    private int moves;

    ScrollJob(boolean up) {
      this.up = up;
    }

    @Override
    public Turn turn(Sight now) {
      var region =
          now.matching(t -> t.node().unscrolled() > 0 || t.tag().equals("textarea"))
              .max(Comparator.comparingDouble(Thing::area));
      if (region.isPresent() && moves++ < 3 && (up || region.get().node().unscrolled() > 2)) {
        return Turn.act(
            new Action.Keys(now.element(region.get()), up ? "Control+Home" : "Control+End", 1),
            "there is more in it");
      }
      if (region.isEmpty() && moves++ == 0) {
        var view = now.page().viewport();
        return Turn.act(
            new Action.Scroll((int) (up ? -view.scrollY() : view.pageHeight())),
            "the end of the page is asked for");
      }
      return Turn.done();
    }
  }
}
