package dev.hitlai.notifications.internal.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The events that programs may hear of. */
public final class WebhookEvents {
  /** Sent on request only; goes to every receiver. */
  public static final String TEST = "webhook.test";

  private static final List<String> ALL =
      List.of(
          "test.completed",
          "test.failed",
          "finding.critical",
          "invoice.issued",
          "invoice.credited",
          "payment.refunded",
          "milestone.unlocked",
          "application.submitted",
          "application.approved",
          "training.completed",
          "model.deployed",
          "incident.opened",
          "incident.resolved",
          "rule.violated");

  private WebhookEvents() {}

  public static List<String> all() {
    return ALL;
  }

  static boolean isOne(String event) {
    return ALL.contains(event);
  }

  /** Those that there are none of, in order. */
  static List<String> unknown(Collection<String> events) {
    var unknown = new TreeSet<>(events);
    ALL.forEach(unknown::remove);
    return List.copyOf(unknown);
  }

  /** As people read it. */
  public static String label(String event) {
    return switch (event) {
      case "test.completed" -> "A test is done";
      case "test.failed" -> "A test failed";
      case "finding.critical" -> "A test found something critical";
      case "invoice.issued" -> "An invoice was written";
      case "invoice.credited" -> "A credit note was written";
      case "payment.refunded" -> "Money went back to you";
      case "milestone.unlocked" -> "A phase or feature opened";
      case "application.submitted" -> "An application came in";
      case "application.approved" -> "An application was approved";
      case "training.completed" -> "A training is done";
      case "model.deployed" -> "A model went into use";
      case "incident.opened" -> "An incident began";
      case "incident.resolved" -> "An incident is over";
      case "rule.violated" -> "A rule of yours was violated";
      default -> event;
    };
  }
}
