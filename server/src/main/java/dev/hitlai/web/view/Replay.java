package dev.hitlai.web.view;

import java.time.Duration;
import java.util.List;

/** What the frame around a replayed session shows. */
public record Replay(String title, Duration length, List<Mark> marks) {
  public Replay {
    marks = List.copyOf(marks);
  }

  /** Something worth jumping to. */
  public record Mark(Duration at, String label, Tone tone) {}

  /** Where a mark stands, in percent of the length. */
  public String position(Mark mark) {
    double share = (double) mark.at().toMillis() / Math.max(1, length.toMillis());
    return Say.decimal(100 * Math.clamp(share, 0, 1), 2);
  }

  /** Minutes and seconds, as 2:05. */
  public static String clock(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
