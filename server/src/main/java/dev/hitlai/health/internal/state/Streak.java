package dev.hitlai.health.internal.state;

/**
 * Checks of a sort in a row.
 *
 * @param firstAt when the first of them was due; 0 of none
 */
public record Streak(int length, long firstAt) {
  static final Streak NONE = new Streak(0, 0);

  Streak with(boolean goesOn, long at) {
    if (!goesOn) {
      return NONE;
    }
    return length == 0 ? new Streak(1, at) : new Streak(length + 1, firstAt);
  }
}
