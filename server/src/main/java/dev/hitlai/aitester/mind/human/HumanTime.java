package dev.hitlai.aitester.mind.human;

import static dev.hitlai.aitester.mind.human.HumanFactors.*;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.page.Element;

/**
 * How long this person needs, after the keystroke-level model. All times are seconds; pure
 * functions of persona and input.
 */
public final class HumanTime {
  private static final int FIRST_SLOWER_AGE = 25;
  private static final int LAST_LINEAR_AGE = 60;
  private static final int SENIOR_AGE = 65;
  private static final int OLDEST_MEASURED = 85;

  private final Persona persona;

  public HumanTime(Persona persona) {
    this.persona = persona;
  }

  /** An estimate and the interval that the model's error leaves. */
  public record Estimate(double seconds, double low, double high) {
    public static Estimate of(double seconds) {
      var error = MODEL_ERROR.value();
      return new Estimate(seconds, seconds * (1 - error), seconds * (1 + error));
    }
  }

  /** Factor (at least 1) by which age slows a person down, continuous over the years. */
  public double ageFactor() {
    var age = persona.age();
    if (age <= FIRST_SLOWER_AGE) {
      return 1;
    }
    if (age <= LAST_LINEAR_AGE) {
      return linear(age);
    }
    if (age < SENIOR_AGE) {
      var share = (age - LAST_LINEAR_AGE) / (double) (SENIOR_AGE - LAST_LINEAR_AGE);
      var at60 = linear(LAST_LINEAR_AGE);
      return at60 + share * (SENIOR_FASTEST.value() - at60);
    }
    var share = Math.min(1, (age - SENIOR_AGE) / (double) (OLDEST_MEASURED - SENIOR_AGE));
    return SENIOR_FASTEST.value() + share * (SENIOR_SLOWEST.value() - SENIOR_FASTEST.value());
  }

  private static double linear(int age) {
    return 1 + SLOWER_PER_YEAR.value() * (age - FIRST_SLOWER_AGE);
  }

  /** Looking at one option and judging it; people of low literacy read every word of it. */
  public double judging(Element option) {
    var glance = JUDGE_LINK.value() * ageFactor();
    if (persona.techLiteracy() != Persona.TechLiteracy.LOW) {
      return glance * legibility(option);
    }
    return Math.max(glance, reading(wordCount(option.label()))) * legibility(option);
  }

  /** Reading so many words. */
  public double reading(int words) {
    return words * 60 / WORDS_PER_MINUTE.value() * ageFactor();
  }

  /** What is fainter than this person's eyes need is read as slowly as with low vision. */
  private double legibility(Element option) {
    var contrast = option.look().contrast();
    var faint = !persona.usesScreenReader() && contrast > 0 && contrast < persona.contrastNeeded();
    return faint ? LOW_VISION_READING.value() : 1;
  }

  /** Choosing among equally likely options (Hick): log2(n + 1) bits. */
  public double choosing(int options) {
    return HICK_PER_BIT.value() * log2(options + 1.0) * ageFactor();
  }

  /**
   * Moving to a target and pressing it; with the keyboard, a key for each stop on the way.
   *
   * @param distance from where the pointer is to the target's centre, in CSS pixels
   * @param tabStops stops between the focus and the target
   */
  public double pressing(double distance, Element target, int tabStops) {
    if (persona.input() == Persona.Input.KEYBOARD) {
      return MENTAL.value() * ageFactor() + (tabStops + 1) * keystroke();
    }
    var width = Math.max(1, Math.min(target.box().width(), target.box().height()));
    var bits = log2(distance / width + 1);
    return (MENTAL.value() + PRESS.value()) * ageFactor() + bits * fittsPerBit();
  }

  private double fittsPerBit() {
    return persona.age() >= SENIOR_AGE
        ? FITTS_PER_BIT_OLD.value()
        : FITTS_PER_BIT.value() * ageFactor();
  }

  /** Moving the hands to the keyboard and typing. */
  public double typing(int characters) {
    return (HOME.value() + MENTAL.value()) * ageFactor() + characters * keystroke();
  }

  /** One turn of the wheel, a swipe or Page Down, and finding one's place again. */
  public double scrolling(double pixels, double viewportHeight) {
    var screens = Math.max(1, Math.abs(pixels) / Math.max(1, viewportHeight));
    return (PRESS.value() * screens + MENTAL.value()) * ageFactor();
  }

  /** A single key or the back button. */
  public double key() {
    return MENTAL.value() * ageFactor() + keystroke();
  }

  private double keystroke() {
    var key =
        switch (persona.techLiteracy()) {
          case HIGH -> KEYSTROKE_GOOD;
          case MEDIUM -> KEYSTROKE_AVERAGE;
          case LOW -> KEYSTROKE_SLOW;
        };
    return key.value() * ageFactor();
  }

  private static int wordCount(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
