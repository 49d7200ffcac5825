package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.testing.internal.requests.AddressPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Why an attempt at a run came to nothing.
 *
 * @param message one sentence for the company
 */
public record Failure(Kind kind, String message) {

  /** What kind of failure it is; whether it is tried again depends on nothing else. */
  public enum Kind {
    NETWORK_ERROR,
    TIMEOUT,
    UNREACHABLE,
    INVALID_ADDRESS,
    AUTHENTICATION,
    NOT_A_PAGE,
    HTTP_ERROR,
    REDIRECT_LOOP,
    BROWSER_MISSING,
    /** All AI was stopped. */
    AI_STOPPED,
    /** The server died under the run again and again. */
    CRASHED,
    UNKNOWN;

    /** As in {@code test_runs.error_code}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Failure timeout(long seconds) {
    return new Failure(
        Kind.TIMEOUT, "The test did not end within " + seconds + " seconds and was stopped.");
  }

  static Failure privateHost() {
    return new Failure(Kind.INVALID_ADDRESS, AddressPolicy.REFUSAL);
  }

  /**
   * @param reason why all AI was stopped, as a sentence
   */
  static Failure stopped(String reason) {
    return new Failure(
        Kind.AI_STOPPED,
        "All AI testers were stopped: "
            + reason
            + " The test was not counted; it can be run again.");
  }

  static Failure crashed(int attempts) {
    return new Failure(
        Kind.CRASHED, "The server stopped during the test, " + attempts + " times in a row.");
  }

  /** Tells apart what an AI tester can throw. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof SiteUntestable untestable) {
      return new Failure(kindOf(untestable.reason()), untestable.getMessage());
    }
    if (isNetworkError(thrown)) {
      return new Failure(
          Kind.NETWORK_ERROR, "The connection to the site broke down during the test.");
    }
    return new Failure(Kind.UNKNOWN, "Something went wrong on our side. The test was not counted.");
  }

  private static Kind kindOf(SiteUntestable.Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> Kind.UNREACHABLE;
      case INVALID_ADDRESS -> Kind.INVALID_ADDRESS;
      case TIMEOUT -> Kind.TIMEOUT;
      case AUTHENTICATION -> Kind.AUTHENTICATION;
      case NOT_A_PAGE -> Kind.NOT_A_PAGE;
      case HTTP_ERROR -> Kind.HTTP_ERROR;
      case REDIRECT_LOOP -> Kind.REDIRECT_LOOP;
      case BROWSER_MISSING -> Kind.BROWSER_MISSING;
    };
  }

  /** Chromium names its network errors {@code net::ERR_…}. */
  private static boolean isNetworkError(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof UncheckedIOException
          || String.valueOf(cause.getMessage()).contains("net::ERR_")) {
        return true;
      }
    }
    return false;
  }
}
