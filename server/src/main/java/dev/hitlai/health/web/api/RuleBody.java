package dev.hitlai.health.web.api;

import dev.hitlai.health.internal.alerts.RuleWish;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert rule as programs write it.
 *
 * @param endpoint of the monitors it is about; null means all
 * @param metric response_time, error_rate, uptime, request_count or burn_rate
 * @param operator greater_than, less_than or equals
 * @param severity critical, warning or info
 * @param slackUrl null leaves it as it is
 * @param webhookUrl null leaves it as it is
 * @param webhookFormat signed or alertmanager
 */
record RuleBody(
    @NotBlank @Size(max = 120) String name,
    @Nullable @Size(max = 1000) String description,
    @Nullable @Size(max = 500) String endpoint,
    @NotBlank String metric,
    @NotBlank String operator,
    @NotNull @Max(1_000_000_000) @Min(0) BigDecimal threshold,
    @Nullable Integer durationMinutes,
    @Nullable Integer minFailures,
    @NotBlank String severity,
    @Nullable Boolean createIncident,
    @Nullable Boolean sendEmail,
    @Nullable @Size(max = 100) List<@NotNull UUID> notifyUsers,
    @Nullable @Size(max = 50) List<@NotNull @Size(max = 320) String> notifyEmails,
    @Nullable Boolean sendSlack,
    @Nullable @Size(max = 2048) String slackUrl,
    @Nullable Boolean sendWebhook,
    @Nullable @Size(max = 2048) String webhookUrl,
    @Nullable String webhookFormat,
    @Nullable Boolean active) {
  private static final int MINUTES = 5;
  private static final int FAILURES = 3;

  RuleWish wish() {
    return new RuleWish(
        name,
        description == null ? "" : description,
        endpoint,
        metric,
        operator,
        threshold,
        durationMinutes == null ? MINUTES : durationMinutes,
        minFailures == null ? FAILURES : minFailures,
        severity,
        Boolean.TRUE.equals(createIncident),
        sendEmail == null || sendEmail,
        notifyUsers == null ? List.of() : notifyUsers,
        notifyEmails == null ? List.of() : notifyEmails,
        Boolean.TRUE.equals(sendSlack),
        slackUrl,
        Boolean.TRUE.equals(sendWebhook),
        webhookUrl,
        webhookFormat == null ? "signed" : webhookFormat,
        active == null || active);
  }
}
