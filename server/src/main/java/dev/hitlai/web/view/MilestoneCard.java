package dev.hitlai.web.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a company is on its way to the next milestone.
 *
 * @param target completed tests of the next milestone; 0 when all are reached
 * @param features what the next milestone opens, in words
 * @param estimated at the pace of the last 30 days; null when nothing was completed in them
 * @param celebration what was reached and not shown to this person before; null when nothing was
 */
public record MilestoneCard(
    long completed,
    long target,
    String features,
    @Nullable LocalDate estimated,
    @Nullable Celebration celebration) {

  /** Said once to each person. */
  public record Celebration(String title, String text) {}

  public boolean done() {
    return target == 0;
  }

  public long missing() {
    return Math.max(0, target - completed);
  }
}
