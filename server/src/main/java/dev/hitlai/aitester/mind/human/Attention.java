package dev.hitlai.aitester.mind.human;

import static dev.hitlai.aitester.mind.human.HumanFactors.*;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Persona.TechLiteracy;
import dev.hitlai.aitester.page.Element;

/**
 * What a person fails to notice, misunderstands or no longer dares. Practised people under 65 are
 * the measure of doubt, and dare to try on; a little escapes them too.
 */
public final class Attention {
  private static final int SENIOR_AGE = 65;
  private static final double FAINT = 0.6;
  private static final double SMALL_PRINT = 14;

  private final Persona persona;

  public Attention(Persona persona) {
    this.persona = persona;
  }

  /**
   * The chance (0 to 1) that an option is not noticed on a page. It grows with each thing that
   * takes the option out of the line of sight, and with the crowd around it: a small page is taken
   * in as a whole. Screen readers read everything out.
   *
   * @param crowd how many things to act on the page has
   */
  public double missing(Element option, int crowd) {
    if (persona.usesScreenReader()) {
      return 0;
    }
    return Math.min(
        MISSED_AT_MOST.value(), MISSED.value() * blindness() * crowded(crowd) * hidden(option));
  }

  private double blindness() {
    return Math.max(OTHERS_MISS.value(), narrowness());
  }

  private static double crowded(int crowd) {
    return Math.clamp((crowd - TAKEN_IN.value()) / (CROWDED.value() - TAKEN_IN.value()), 0, 1);
  }

  /** How many times as unsure as others a person is of what the words of an option mean. */
  public double doubt() {
    return 1 + DOUBT.value() * narrowness();
  }

  /** The chance (0 to 1) that a person is of those who hesitate to try another way. */
  public double hesitating() {
    return HESITANT.value() * narrowness();
  }

  /** 0 for practised people under 65; half of it is age, half a lack of practice. */
  private double narrowness() {
    var age = persona.age() >= SENIOR_AGE ? 0.5 : 0;
    return persona.techLiteracy() == TechLiteracy.LOW ? age + 0.5 : age;
  }

  /** How many things stand between the eyes and the option, one for each. */
  private int hidden(Element option) {
    var look = option.look();
    int causes = isAside(option.context().landmark()) ? 1 : 0;
    causes += look.inViewport() ? 0 : 1;
    causes += look.iconOnly() ? 1 : 0;
    causes += isFaint(look.contrast()) ? 1 : 0;
    causes += look.fontSize() > 0 && look.fontSize() * persona.textZoom() < SMALL_PRINT ? 1 : 0;
    return causes;
  }

  private boolean isFaint(double contrast) {
    return contrast > 0 && contrast < persona.contrastNeeded() * FAINT;
  }

  private static boolean isAside(String landmark) {
    return switch (landmark) {
      case "navigation", "banner", "contentinfo", "complementary" -> true;
      default -> false;
    };
  }
}
