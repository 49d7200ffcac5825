package dev.hitlai.aitester.mind.skill;

/** Sets the lists, boxes and counters that a wish speaks of, and leaves text fields alone. */
final class DetailsJob implements Job {
  private static final int MOST_MOVES = 30;

  private final Wish wish;
  private final Placing placing = new Placing();
  private int moves;

  DetailsJob(Wish wish) {
    this.wish = wish;
  }

  @Override
  public Turn turn(Sight now) {
    if (moves++ >= MOST_MOVES) {
      return Turn.done();
    }
    var slots =
        Slots.of(now).stream()
            .filter(slot -> !slot.thing().takesText() || slot.kind() == Slot.Kind.NUMBER)
            .filter(slot -> slot.kind() != Slot.Kind.DATE)
            .filter(slot -> !slot.label().strip().matches("(?i)(?:from|to)\\b.*"))
            .toList();
    return placing
        .underWay(now)
        .or(() -> placing.next(wish, Matching.of(wish, slots), now))
        .orElseGet(Turn::done);
  }
}
