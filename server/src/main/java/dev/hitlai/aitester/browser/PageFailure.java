package dev.hitlai.aitester.browser;

/** The page, or the whole browser, failed while something was done with it. */
public final class PageFailure extends RuntimeException {

  public enum Kind {
    /** The page did not answer in time and was ended. */
    HUNG,
    /** The page's process died. */
    CRASHED,
    /** The browser or its driver is gone. */
    BROWSER_GONE
  }

  private final Kind kind;

  PageFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What the driver gives as the reason of a failure, without what it adds for programmers. */
  public static String reason(Throwable failure) {
    var message = String.valueOf(failure.getMessage());
    return message
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("message='"))
        .findFirst()
        .map(line -> line.substring("message='".length()))
        .orElseGet(() -> message.lines().findFirst().orElse(""));
  }
}
