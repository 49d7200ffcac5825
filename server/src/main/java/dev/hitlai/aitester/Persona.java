package dev.hitlai.aitester;

import java.util.List;

/**
 * Whom the tester plays. A persona is data: nothing in the code asks for one by name.
 *
 * @param name unique machine name, e.g. {@code senior_casual}
 * @param label what people read
 * @param age years, 6 to 110
 * @param eyesight what the eyes can make out
 * @param contrastNeeded lowest contrast ratio (1 to 21) at which this person reads body text
 * @param textZoom factor by which the person enlarges text, 1.0 for none
 * @param navigation how the person moves about a page
 * @param input what the hands use
 * @param targetSize smallest comfortable target edge in CSS pixels
 * @param patience the {@code k} of the information-foraging choice: options looked at before the
 *     best so far is taken grow with it; about 1 (hasty) to 10 (thorough)
 * @param understandsIcons whether an icon without text means something to the person
 * @param opensHiddenMenus whether the person looks behind menu buttons
 * @param slowNetwork whether the person is on slow 4G with a mid-range phone
 * @param locale BCP 47 tag
 * @param needs what the person needs, one phrase each
 */
public record Persona(
    String name,
    String label,
    int age,
    TechLiteracy techLiteracy,
    Eyesight eyesight,
    double contrastNeeded,
    double textZoom,
    Navigation navigation,
    Input input,
    int targetSize,
    double patience,
    boolean understandsIcons,
    boolean opensHiddenMenus,
    boolean darkMode,
    boolean reducedMotion,
    boolean slowNetwork,
    String locale,
    List<String> needs) {

  public enum TechLiteracy {
    LOW,
    MEDIUM,
    HIGH
  }

  public enum Eyesight {
    NORMAL,
    LOW_CONTRAST,
    PRESBYOPIA,
    LOW_VISION,
    SCREEN_READER
  }

  public enum Navigation {
    LINEAR,
    NON_LINEAR,
    MIXED,
    KEYBOARD_ONLY,
    THUMB
  }

  public enum Input {
    MOUSE,
    TOUCH,
    KEYBOARD
  }

  public Persona {
    if (!name.matches("[a-z0-9_]{1,60}")) {
      throw new IllegalArgumentException("A persona's name is 1–60 of a–z, 0–9 and _: " + name);
    }
    if (age < 6 || age > 110) {
      throw new IllegalArgumentException("A persona's age is 6 to 110 years: " + age);
    }
    if (contrastNeeded < 1 || contrastNeeded > 21) {
      throw new IllegalArgumentException("A contrast ratio is 1 to 21: " + contrastNeeded);
    }
    if (textZoom < 1 || textZoom > 4) {
      throw new IllegalArgumentException("Text zoom is 1 to 4: " + textZoom);
    }
    if (patience <= 0 || patience > 50) {
      throw new IllegalArgumentException("Patience is above 0 and at most 50: " + patience);
    }
    needs = List.copyOf(needs);
  }

  public boolean usesScreenReader() {
    return eyesight == Eyesight.SCREEN_READER;
  }

  public boolean keyboardOnly() {
    return navigation == Navigation.KEYBOARD_ONLY;
  }

  public boolean touch() {
    return input == Input.TOUCH;
  }
}
