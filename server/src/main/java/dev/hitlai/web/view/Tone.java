package dev.hitlai.web.view;

import java.util.Locale;

/** What a colour says; every tone also has an icon, because colour never speaks alone. */
public enum Tone {
  NEUTRAL(Icon.DOT),
  ACCENT(Icon.DOT),
  INFO(Icon.INFO),
  SUCCESS(Icon.CHECK),
  WARNING(Icon.WARNING),
  DANGER(Icon.ERROR);

  private final Icon icon;

  Tone(Icon icon) {
    this.icon = icon;
  }

  public Icon icon() {
    return icon;
  }

  /** The end of the class name, as in {@code badge-success}. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
