package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.SubGoal;
import dev.hitlai.aitester.mind.SubGoal.Status;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the mission is. */
final class Progress {
  /** Before the first page. */
  static final PageView NOTHING_SEEN =
      new PageView(
          "",
          "",
          "",
          "",
          "",
          new PageView.Viewport(1, 1, 0, 0, 1, 1),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());

  private final List<Goal> goals;
  private final List<String> reached = new ArrayList<>();
  private boolean abandoned;

  Progress(List<Goal> goals) {
    this.goals = goals;
  }

  int current() {
    return reached.size();
  }

  boolean isDone() {
    return reached.size() == goals.size();
  }

  void reached(String why) {
    reached.add(why);
  }

  void abandon() {
    abandoned = true;
  }

  String currentText() {
    return goals.get(Math.min(current(), goals.size() - 1)).describe();
  }

  /** What the mission ended with, one sentence. */
  String summary() {
    return String.join("; ", reached);
  }

  List<SubGoal> subGoals() {
    var result = new ArrayList<SubGoal>();
    for (int i = 0; i < goals.size(); i++) {
      var open = abandoned ? Status.ABANDONED : Status.OPEN;
      result.add(new SubGoal(goals.get(i).describe(), i < reached.size() ? Status.REACHED : open));
    }
    return List.copyOf(result);
  }

  static Optional<Element> targetOf(Action action) {
    return switch (action) {
      case Action.Click click -> Optional.of(click.target());
      case Action.Type type -> Optional.of(type.target());
      case Action.Select select -> Optional.of(select.target());
      case Action.Check check -> Optional.of(check.target());
      case Action.Hover hover -> Optional.of(hover.target());
      case Action.Keys keys -> Optional.of(keys.target());
      case Action.Gesture gesture -> Optional.of(gesture.target());
      case Action.Drag drag -> Optional.of(drag.source());
      case Action.Mark mark -> Optional.of(mark.target());
      case Action.Press ignored -> Optional.empty();
      case Action.Scroll ignored -> Optional.empty();
      case Action.Back ignored -> Optional.empty();
      case Action.Await ignored -> Optional.empty();
      case Action.Open ignored -> Optional.empty();
      case Action.Finish ignored -> Optional.empty();
      case Action.GiveUp ignored -> Optional.empty();
    };
  }
}
