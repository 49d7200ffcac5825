package dev.hitlai.recording.internal.signals;

import java.util.List;
import java.util.UUID;

/** Sessions for tests. */
public final class Stories {
  public static final UUID PAGE = new UUID(1, 1);

  private Stories() {}

  public static Story of(List<Story.Click> clicks) {
    return new Story(
        List.of(), clicks, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of());
  }

  /** A click on a button at a place. */
  public static Story.Click click(long at, int number, int x, int y, int flags, Integer effects) {
    return new Story.Click(
        new UUID(2, number),
        PAGE,
        at,
        number,
        "BUTTON",
        "#b",
        "Buy",
        x,
        y,
        x,
        y,
        flags,
        effects,
        null,
        400,
        600);
  }
}
