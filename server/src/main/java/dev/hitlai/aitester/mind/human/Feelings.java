package dev.hitlai.aitester.mind.human;

import static dev.hitlai.aitester.mind.human.HumanFactors.RESIGNING;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.Mood;
import dev.hitlai.aitester.mind.choice.Noise;

/**
 * How the simulated person feels, changed by what happens: patience runs out with effort and
 * trouble, progress gives some of it back. All state is 0 to 1.
 */
public final class Feelings {

  /** What happens to a person; the weight is how much of an average patience it takes. */
  public enum Event {
    EFFORT(0.012, 0, 0.005),
    FIELD_DONE(-0.004, 0.01, 0),
    PROGRESS(-0.25, 0.15, -0.15),
    GOAL_REACHED(-0.5, 0.3, -0.3),
    DEAD_CLICK(0.10, -0.10, 0.15),
    ERROR(0.12, -0.10, 0.18),
    BACKTRACK(0.06, -0.08, 0.08),
    LOST(0.09, -0.12, 0.10),
    SURPRISE(0.05, -0.05, 0.08),
    WAIT(0.05, -0.02, 0.06),
    INPUT_LOST(0.18, -0.15, 0.25);

    private final double patience;
    private final double confidence;
    private final double frustration;

    Event(double patience, double confidence, double frustration) {
      this.patience = patience;
      this.confidence = confidence;
      this.frustration = frustration;
    }
  }

  /** Patience (the persona's k) of an average user; others are measured against it. */
  private static final double AVERAGE_PATIENCE = 4;

  private final Noise noise;
  private final boolean hesitant;
  private final double staying;
  private double patience = 1;
  private double confidence;
  private double frustration;
  private int setbacks;
  private boolean resigned;

  /**
   * @param noise decides whether this person is hesitant, and then after which set-back the courage
   *     is gone
   */
  public Feelings(Persona persona, Noise noise) {
    this.noise = noise;
    hesitant = noise.even("hesitant") < new Attention(persona).hesitating();
    staying = Math.sqrt(persona.patience() / AVERAGE_PATIENCE);
    confidence =
        switch (persona.techLiteracy()) {
          case LOW -> 0.5;
          case MEDIUM -> 0.65;
          case HIGH -> 0.8;
        };
  }

  public void feel(Event event) {
    var cost = event.patience > 0 ? event.patience / staying : event.patience;
    patience = clip(patience - cost);
    confidence = clip(confidence + event.confidence);
    frustration = clip(frustration + event.frustration);
    if (isSetback(event)) {
      resigned |= noise.even("set-back " + setbacks++) < RESIGNING.value() && hesitant;
    }
  }

  private static boolean isSetback(Event event) {
    return switch (event) {
      case DEAD_CLICK, ERROR, BACKTRACK, LOST, INPUT_LOST -> true;
      case EFFORT, FIELD_DONE, PROGRESS, GOAL_REACHED, SURPRISE, WAIT -> false;
    };
  }

  /** Whether the person would stop now. */
  public boolean enough() {
    return resigned || patience <= 0 || frustration >= 1;
  }

  /** Why the person would stop, for the decision to give up. */
  public String complaint() {
    if (resigned) {
      return "people like this one fear to break something and try no other way";
    }
    return frustration >= 1 ? "too much went wrong" : "it took too long without getting anywhere";
  }

  /**
   * Sentiment is the mean of how confident and how unfrustrated the person is, weighed with the
   * patience left.
   */
  public Mood mood() {
    var sentiment = clip(0.35 * confidence + 0.4 * (1 - frustration) + 0.25 * patience);
    return new Mood(patience, confidence, frustration, sentiment);
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
