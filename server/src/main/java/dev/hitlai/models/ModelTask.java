package dev.hitlai.models;

import java.util.Locale;

/** What a model is asked for; how hard it is decides which tier does it. */
public enum ModelTask {
  /** Take a mission apart into steps. */
  PLAN(Complexity.COMPLEX),
  /** Choose the next thing to do on a page. */
  DECIDE(Complexity.MEDIUM),
  /** Say whether something holds. */
  JUDGE(Complexity.MEDIUM),
  /** Answer an attack. */
  RED_TEAM(Complexity.MEDIUM),
  /** Say one word, to see whether it works. */
  TRIAL(Complexity.SIMPLE);

  /** How hard a task is. */
  public enum Complexity {
    SIMPLE,
    MEDIUM,
    COMPLEX
  }

  private final Complexity complexity;

  ModelTask(Complexity complexity) {
    this.complexity = complexity;
  }

  public Complexity complexity() {
    return complexity;
  }

  /** As the log spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
