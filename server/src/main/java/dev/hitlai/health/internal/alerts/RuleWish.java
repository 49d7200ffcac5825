package dev.hitlai.health.internal.alerts;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule shall be, as somebody entered it.
 *
 * @param endpoint null or empty means all monitors
 * @param slackUrl null leaves the address as it is
 * @param webhookUrl null leaves the address as it is
 */
public record RuleWish(
    String name,
    String description,
    @Nullable String endpoint,
    String metric,
    String operator,
    BigDecimal threshold,
    int durationMinutes,
    int minFailures,
    String severity,
    boolean createIncident,
    boolean sendEmail,
    List<UUID> notifyUsers,
    List<String> notifyEmails,
    boolean sendSlack,
    @Nullable String slackUrl,
    boolean sendWebhook,
    @Nullable String webhookUrl,
    String webhookFormat,
    boolean active) {}
