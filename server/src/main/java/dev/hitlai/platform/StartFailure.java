package dev.hitlai.platform;

/**
 * The server can't start for a reason that the operator can remove. The message is one sentence
 * that says what is wrong and what to do; it is printed without a stack trace.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String sentence) {
    super(sentence);
  }

  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
