package dev.hitlai.aitester;

/** The site could not be tested at all; the message is one clear sentence for the user. */
public final class SiteUntestable extends RuntimeException {

  /** Why, for callers that treat the reasons differently (retry, give the quota back). */
  public enum Reason {
    UNREACHABLE,
    INVALID_ADDRESS,
    TIMEOUT,
    AUTHENTICATION,
    NOT_A_PAGE,
    HTTP_ERROR,
    REDIRECT_LOOP,
    BROWSER_MISSING
  }

  private final Reason reason;
  private final String sentence;

  public SiteUntestable(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.sentence = message;
  }

  /** One clear sentence for the user. */
  @Override
  public String getMessage() {
    return sentence;
  }

  public Reason reason() {
    return reason;
  }
}
