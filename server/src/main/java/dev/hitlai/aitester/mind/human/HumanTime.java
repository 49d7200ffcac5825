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

  /** Share of the contrast needed below which print is as hard as with low vision. */
  private static final double ILLEGIBLE = 0.6;

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

  /**
   * Factor (at least 1) by which age slows a person down against one of 25, continuous over the
   * years. What was measured of seniors is against adults of {@link HumanFactors#COMPARED_WITH}.
   */
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
      return at60 + share * (senior(SENIOR_AGE) - at60);
    }
    return senior(age);
  }

  private static double senior(int age) {
    var share = Math.min(1, (age - SENIOR_AGE) / (double) (OLDEST_MEASURED - SENIOR_AGE));
    var ratio = SENIOR_FASTEST.value() + share * (SENIOR_SLOWEST.value() - SENIOR_FASTEST.value());
    return ratio * linear(COMPARED_WITH.value());
  }

  private static double linear(double age) {
    return 1 + SLOWER_PER_YEAR.value() * (age - FIRST_SLOWER_AGE);
  }

  /**
   * Looking at one option and judging it. Age, little practice and faint print are causes of the
   * same slowness, and what was measured of seniors has them all in it: the slowest counts.
   */
  public double judging(Element option) {
    var slowest = Math.max(ageFactor(), Math.max(wordByWord(option), faintness(option)));
    return JUDGE_LINK.value() * (hasLowVision() ? lowVision() : slowest);
  }

  /** Reading so many words. */
  public double reading(int words) {
    return words * 60 / WORDS_PER_MINUTE.value() * (hasLowVision() ? lowVision() : ageFactor());
  }

  private boolean hasLowVision() {
    return persona.eyesight() == Persona.Eyesight.LOW_VISION;
  }

  private double lowVision() {
    return LOW_VISION_READING.value() * ageFactor();
  }

  /** People of little practice read all words where others glance. */
  private double wordByWord(Element option) {
    if (persona.techLiteracy() != Persona.TechLiteracy.LOW) {
      return 1;
    }
    var words = wordCount(option.label()) * 60 / WORDS_PER_MINUTE.value();
    return Math.min(TYPICAL_OF_LITTLE_PRACTICE.value(), words / JUDGE_LINK.value());
  }

  /**
   * From 1 at the contrast that this person's eyes need to the slowness of low vision where it is
   * {@link #ILLEGIBLE} of that.
   */
  private double faintness(Element option) {
    var contrast = option.look().contrast();
    if (persona.usesScreenReader() || contrast <= 0) {
      return 1;
    }
    var share = Math.clamp((1 - contrast / persona.contrastNeeded()) / (1 - ILLEGIBLE), 0, 1);
    return 1 + share * (LOW_VISION_READING.value() - 1);
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

  /** Old people mostly type slowly because they have little practice: the slower counts. */
  private double keystroke() {
    return switch (persona.techLiteracy()) {
      case HIGH -> KEYSTROKE_GOOD.value() * ageFactor();
      case MEDIUM -> KEYSTROKE_AVERAGE.value() * ageFactor();
      case LOW -> Math.max(KEYSTROKE_SLOW.value(), KEYSTROKE_AVERAGE.value() * ageFactor());
    };
  }

  private static int wordCount(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
