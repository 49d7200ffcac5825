package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.skill.Instruction;
import dev.hitlai.aitester.mind.skill.Instruction.Step;
import dev.hitlai.aitester.page.PageView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a mission that says literally what to do: nothing has to be foraged for. */
final class InstructionPursuit implements Pursuit {
  private final Goal goal;
  private final Instruction instruction;
  private @Nullable PageView looked;
  private Optional<Step> step = Optional.empty();

  InstructionPursuit(Goal goal, Instruction instruction) {
    this.goal = goal;
    this.instruction = instruction;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    look(now.page());
    return step.isEmpty() && instruction.isDone()
        ? Optional.of("did what the instruction says")
        : Optional.empty();
  }

  /** Each page is thought about once: what is decided on it counts as done. */
  private void look(PageView page) {
    if (page != looked) {
      looked = page;
      step = instruction.next(page);
    }
  }

  @Override
  public Optional<Move> next(Situation now) {
    look(now.page());
    return step.map(next -> Move.of(next.action(), next.reason(), 0.9));
  }

  /** What is left of the mission when it can't be followed any further. */
  Optional<String> leftOver(PageView page) {
    look(page);
    return step.isEmpty() && !instruction.isDone()
        ? Optional.of(instruction.left())
        : Optional.empty();
  }

  @Override
  public boolean insists() {
    return true;
  }

  @Override
  public String query() {
    return "";
  }
}
