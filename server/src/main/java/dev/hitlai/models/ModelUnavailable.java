package dev.hitlai.models;

/** No model answered, or none that may be used; whoever asked goes on without. */
public final class ModelUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is no answer. */
  public enum Why {
    /** No version is registered, enabled and allowed for this. */
    NO_MODEL,
    /** AI is stopped. */
    STOPPED,
    /** It would pass a budget. */
    BUDGET,
    /** Every model that could be asked failed. */
    FAILED,
    /** Models declined to answer. */
    REFUSED,
    /** The answer didn't have the form that was asked for, also after a repair. */
    MALFORMED,
    /** The answer told what it must not. */
    BLOCKED,
    /** The same call is on its way. */
    IN_PROGRESS
  }

  private final Why why;

  public ModelUnavailable(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
