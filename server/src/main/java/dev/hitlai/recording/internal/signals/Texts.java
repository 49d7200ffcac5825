package dev.hitlai.recording.internal.signals;

/** Texts of other people in our sentences. */
final class Texts {
  private Texts() {}

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
