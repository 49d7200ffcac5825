package dev.hitlai.web.view;

/** A step of a longer way. */
public record Step(String label, State state) {
  /** Where a step stands; the word is read out, because the picture alone says nothing. */
  public enum State {
    DONE("done"),
    CURRENT("current"),
    AHEAD("to come");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
