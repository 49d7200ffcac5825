package dev.hitlai.recording.internal.ingest;

import java.util.List;

/**
 * The tables that events go to, with the columns in the order in which {@link EventRows} writes
 * them, behind those that all share. Page views are written by statements: later ones complete
 * earlier ones.
 */
enum EventTable {
  SCROLL(
      "scroll_events",
      "scroll_x",
      "scroll_y",
      "scroll_depth_percent",
      "viewport_height",
      "document_height",
      "time_since_page_load_ms"),
  CLICK(
      "click_events",
      "element_tag",
      "element_id",
      "element_class",
      "element_text",
      "element_selector",
      "click_x",
      "click_y",
      "viewport_x",
      "viewport_y",
      "button",
      "is_double_click",
      "time_since_page_load_ms",
      "time_since_last_click_ms",
      "click_number",
      "flags",
      "detail",
      "place_x",
      "place_y"),
  FORM(
      "form_interactions",
      "form_id",
      "form_name",
      "form_action",
      "field_name",
      "field_type",
      "field_label",
      "interaction_type",
      "field_value_length",
      "is_valid",
      "validation_message",
      "time_in_field_ms",
      "flags",
      "element_selector"),
  MOUSE(
      "mouse_movements",
      "positions",
      "total_distance_pixels",
      "avg_speed",
      "max_speed",
      "is_smooth",
      "has_hesitation",
      "hesitation_count",
      "started_at",
      "ended_at",
      "duration_ms",
      "scroll_x",
      "scroll_y",
      "touch"),
  KEY(
      "keyboard_events",
      "event_type",
      "key_code",
      "key_name",
      "ctrl_key",
      "alt_key",
      "shift_key",
      "meta_key",
      "target_element",
      "is_in_form",
      "time_since_last_key_ms",
      "is_repeat"),
  VISIBILITY("visibility_changes", "became_visible", "visibility_state", "duration_visible_ms"),
  NETWORK(
      "network_requests",
      "url",
      "method",
      "request_type",
      "status_code",
      "response_size_bytes",
      "started_at",
      "completed_at",
      "duration_ms",
      "dns_ms",
      "tcp_ms",
      "tls_ms",
      "ttfb_ms",
      "download_ms",
      "success",
      "error_message",
      "click_number"),
  CONSOLE(
      "console_logs",
      "log_level",
      "message",
      "source_file",
      "line_number",
      "column_number",
      "stack_trace",
      "repeats"),
  ERROR(
      "javascript_errors",
      "error_message",
      "error_type",
      "source_file",
      "line_number",
      "column_number",
      "stack_trace",
      "origin"),
  ELEMENT(
      "element_visibility",
      "element_selector",
      "element_text",
      "element_type",
      "became_visible",
      "visibility_percent",
      "element_x",
      "element_y",
      "element_width",
      "element_height",
      "time_visible_ms"),
  MOMENT("page_moments", "kind", "number", "detail", "amount");

  /** Session, run, company, page view, time of the event, time of the row. */
  static final int SHARED = 6;

  private final String table;
  private final List<String> columns;

  EventTable(String table, String... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  int fields() {
    return SHARED + columns.size();
  }

  /** The statement that takes rows straight into the partition of a day, {@code yyyyMMdd}. */
  String copyInto(String day) {
    return "copy recording.%s_p%s (recording_session_id, test_run_id, company_id, page_performance_id, timestamp_ms, created_at, %s) from stdin (format binary)"
        .formatted(table, day, String.join(", ", columns));
  }
}
