package dev.hitlai.recording.internal.signals;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a session can tell, with how much it weighs in the frustration of who was there. */
public enum SignalKind {
  RAGE_CLICK("Rage click", 0.45),
  DEAD_CLICK("Dead click", 0.15),
  ERROR_CLICK("Error click", 0.35),
  HESITATION("Hesitation", 0.06),
  THRASHING_CURSOR("Thrashing cursor", 0.2),
  EXCESSIVE_SCROLLING("Excessive scrolling", 0.12),
  FORM_ABANDONMENT("Form abandoned", 0.3),
  FORM_REFILL("Field filled again", 0.2),
  BACKTRACK("Backtrack", 0.15),
  U_TURN("U-turn", 0.12),
  SLOW_PAGE("Slow page", 0.2),
  LAYOUT_SHIFT("Layout shift under the pointer", 0.2),
  BROKEN_LINK("Broken link", 0.35),
  ERROR_AFTER_ACTION("Script error after an action", 0.25);

  private final String label;
  private final double weight;

  SignalKind(String label, double weight) {
    this.label = label;
    this.weight = weight;
  }

  /** The word in the database and in the API. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As pages say it. */
  public String label() {
    return label;
  }

  double weight() {
    return weight;
  }

  /**
   * The kind of that word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SignalKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
