package dev.hitlai.notifications.web;

import java.util.List;

/** What somebody entered about a webhook. */
public record WebhookForm(String url, String description, List<String> events) {
  public static final WebhookForm EMPTY =
      new WebhookForm("", "", List.of("test.completed", "test.failed", "finding.critical"));

  public WebhookForm {
    events = List.copyOf(events);
  }
}
