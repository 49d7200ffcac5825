package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.function.Function;

/** A single move. */
final class Once implements Job {
  private final Function<Sight, Optional<Turn>> move;
  private boolean done;

  Once(Function<Sight, Optional<Turn>> move) {
    this.move = move;
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    done = true;
    return move.apply(now).orElseGet(() -> Turn.stuck("it is not on the page"));
  }

  @Override
  public boolean fits(Sight now) {
    return move.apply(now).isPresent();
  }
}
