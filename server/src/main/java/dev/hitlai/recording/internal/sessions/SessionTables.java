package dev.hitlai.recording.internal.sessions;

import java.util.List;

/** The tables whose rows belong to one session each, by {@code recording_session_id}. */
final class SessionTables {
  /** Partitioned by the day a row came in, never before its session. */
  static final List<String> EVENTS =
      List.of(
          "scroll_events",
          "click_events",
          "form_interactions",
          "rage_click_incidents",
          "mouse_movements",
          "keyboard_events",
          "visibility_changes",
          "network_requests",
          "console_logs",
          "javascript_errors",
          "element_visibility",
          "page_moments");

  private SessionTables() {}
}
