package dev.hitlai.web.view;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light, dark, or whatever the reader's system prefers. */
public enum Theme {
  AUTO("Match system", Icon.MONITOR),
  LIGHT("Light", Icon.SUN),
  DARK("Dark", Icon.MOON);

  private final String label;
  private final Icon icon;

  Theme(String label, Icon icon) {
    this.label = label;
    this.icon = icon;
  }

  /** Reads a cookie or form value; what it doesn't know follows the system. */
  public static Theme of(@Nullable String value) {
    for (Theme theme : values()) {
      if (theme.value().equals(value)) {
        return theme;
      }
    }
    return AUTO;
  }

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public Icon icon() {
    return icon;
  }
}
