package dev.hitlai.web.view;

import java.io.Serializable;

/**
 * A sentence shown once, on the next page: {@code redirect.addFlashAttribute(Flash.KEY,
 * Flash.success("Saved."))}.
 */
public record Flash(Tone tone, String text) implements Serializable {
  public static final String KEY = "flash";

  public static Flash success(String text) {
    return new Flash(Tone.SUCCESS, text);
  }

  public static Flash info(String text) {
    return new Flash(Tone.INFO, text);
  }

  public static Flash warning(String text) {
    return new Flash(Tone.WARNING, text);
  }

  public static Flash error(String text) {
    return new Flash(Tone.DANGER, text);
  }
}
