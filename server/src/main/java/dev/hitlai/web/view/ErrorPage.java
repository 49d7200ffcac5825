package dev.hitlai.web.view;

import org.jspecify.annotations.Nullable;

/**
 * What an error page says: what happened, and what to do now.
 *
 * @param reference an id to quote when asking for help, for errors of ours
 */
public record ErrorPage(int status, String title, String text, @Nullable String reference) {

  /** The words for a status; unknown ones are told as errors of the request or of ours. */
  public static ErrorPage of(int status, @Nullable String reference) {
    return switch (status) {
      case 401 ->
          new ErrorPage(status, "Please log in", "This page needs to know who you are.", null);
      case 403 ->
          new ErrorPage(
              status,
              "This is not open to you",
              "Your account may not do this. An owner or admin of your company can change that.",
              null);
      case 404 ->
          new ErrorPage(
              status,
              "There is nothing here",
              "The address may be mistyped, or what stood here was removed. Nothing was changed.",
              null);
      case 429 ->
          new ErrorPage(
              status,
              "That was a lot at once",
              "To keep the platform fair, requests are limited. Wait a minute and try again;"
                  + " nothing was lost.",
              null);
      default -> status >= 500 ? ours(status, reference) : refused(status);
    };
  }

  /**
   * The same with the reason given for a refusal; missing things and errors of ours keep theirs.
   */
  public ErrorPage because(@Nullable String reason) {
    return reason == null || status == 404 || status >= 500
        ? this
        : new ErrorPage(status, title, reason, reference);
  }

  private static ErrorPage ours(int status, @Nullable String reference) {
    return new ErrorPage(
        status,
        "Something broke on our side",
        "It was written down and will be looked at. What was saved before is safe; you can try"
            + " again.",
        reference);
  }

  private static ErrorPage refused(int status) {
    return new ErrorPage(
        status,
        "We could not read this request",
        "Something in it was not as expected. Go back, check what you entered and send it again.",
        null);
  }
}
