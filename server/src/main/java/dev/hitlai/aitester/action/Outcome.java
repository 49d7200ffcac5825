package dev.hitlai.aitester.action;

import java.util.List;

/**
 * What came of an action.
 *
 * @param detail one line, e.g. the new address or the error in plain words
 * @param incidents what else happened meanwhile
 */
public record Outcome(Kind kind, String detail, List<Incident> incidents) {

  public enum Kind {
    /** The address changed or a page loaded. */
    NAVIGATED,
    /** The page's content or state changed. */
    CHANGED,
    /** Nothing that the action caused could be seen. */
    NOTHING,
    /** The action could not be carried out, or the page failed. */
    ERROR
  }

  /**
   * Something noteworthy that happened while acting.
   *
   * @param millis duration where it has one (slow response), else 0
   */
  public record Incident(IncidentKind kind, String detail, long millis) {}

  public enum IncidentKind {
    DIALOG,
    NEW_TAB,
    DOWNLOAD,
    CONSOLE_ERROR,
    REQUEST_FAILED,
    SLOW_RESPONSE,
    LAYOUT_SHIFT,
    HOST_NOT_ALLOWED,
    PAGE_HUNG,
    BROWSER_CRASHED,
    INPUT_LOST,
    FOCUS_LOST
  }

  public Outcome {
    incidents = List.copyOf(incidents);
  }
}
