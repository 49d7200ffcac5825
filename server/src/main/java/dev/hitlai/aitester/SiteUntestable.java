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

  public SiteUntestable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
