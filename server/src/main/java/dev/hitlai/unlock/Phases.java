package dev.hitlai.unlock;

import dev.hitlai.testers.PlatformPhase;
import dev.hitlai.unlock.internal.PhaseLadder;
import org.springframework.stereotype.Component;

/** The platform's ladder, for whoever makes a price. */
@Component
class Phases implements PlatformPhase {
  private final PhaseLadder ladder;

  Phases(PhaseLadder ladder) {
    this.ladder = ladder;
  }

  @Override
  public int current() {
    return ladder.current();
  }
}
