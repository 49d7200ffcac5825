package dev.hitlai.health.web.api;

import dev.hitlai.health.internal.alerts.AlertRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert rule as programs read it; the address of a Slack channel is a secret and isn't shown.
 */
record RuleView(
    UUID id,
    String name,
    String description,
    @Nullable String endpoint,
    String metric,
    String operator,
    BigDecimal threshold,
    long durationMinutes,
    int minFailures,
    String severity,
    boolean createIncident,
    boolean sendEmail,
    List<UUID> notifyUsers,
    List<String> notifyEmails,
    boolean sendSlack,
    boolean sendWebhook,
    @Nullable String webhookUrl,
    String webhookFormat,
    boolean active,
    @Nullable Instant snoozedUntil,
    @Nullable Instant lastTriggeredAt,
    int triggerCount) {

  static RuleView of(AlertRule rule) {
    var terms = rule.terms();
    var channels = rule.channels();
    return new RuleView(
        rule.id(),
        rule.name(),
        rule.description(),
        rule.endpoint(),
        terms.metric().code(),
        terms.comparison().code(),
        BigDecimal.valueOf(terms.threshold()),
        terms.hold().toMinutes(),
        terms.minFailures(),
        terms.severity().code(),
        rule.createIncident(),
        channels.mail(),
        channels.users(),
        channels.addresses(),
        channels.slack(),
        channels.webhook(),
        channels.webhookUrl(),
        channels.format().code(),
        rule.active(),
        rule.snoozedUntil(),
        rule.lastTriggeredAt(),
        rule.triggerCount());
  }
}
