package dev.hitlai.aitester;

import org.jspecify.annotations.Nullable;

/**
 * Records what the tester's browser shows and does, with the recorder that sites use, too. Without
 * one nothing is recorded.
 */
public interface PageRecorder {
  /** The script that runs in each page before its own. */
  String script();

  /** The function of the page by which the script sends; the tester offers it. */
  String transport();

  /**
   * Takes what the script sends; called on a browser's thread, several at a time.
   *
   * @param address path and query
   * @param body null for what has none
   */
  Answer send(String method, String address, byte @Nullable [] body, String userAgent);

  /** The answer, in HTTP's words. */
  record Answer(int status, @Nullable String body) {}
}
