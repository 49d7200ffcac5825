package dev.hitlai.aitester.mind;

/** A part of the mission, in words, and whether it is reached. */
public record SubGoal(String text, Status status) {
  public enum Status {
    OPEN,
    REACHED,
    ABANDONED
  }
}
