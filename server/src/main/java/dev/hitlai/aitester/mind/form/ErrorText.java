package dev.hitlai.aitester.mind.form;

import java.util.regex.Pattern;

/** Whether an error message helps a person on. */
final class ErrorText {
  private static final Pattern HELPS =
      Pattern.compile(
          "(?i)\\b(?:enter|type|use|choose|select|must|should|needs?|include|missing|required|at"
              + " least|at most|like|such"
              + " as|e\\.g\\.|example|format|fill|tick|check|confirm|between|characters?|digits?|please|can't"
              + " be empty|cannot be empty|match)\\b|@");

  private ErrorText() {}

  /** "Invalid input" names no way out; "Enter an address like name@example.org" does. */
  static boolean saysWhatToDo(String message) {
    return message.strip().split("\\s+").length >= 3 && HELPS.matcher(message).find();
  }
}
