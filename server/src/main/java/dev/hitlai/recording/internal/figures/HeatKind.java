package dev.hitlai.recording.internal.figures;

import java.util.Locale;

/** What a heatmap shows. */
public enum HeatKind {
  CLICKS("Clicks"),
  RAGE("Rage clicks"),
  DEAD("Dead clicks"),
  SCROLL("Scroll depth"),
  ATTENTION("Attention"),
  MOVEMENT("Movement");

  private final String label;

  HeatKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is none
   */
  public static HeatKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
