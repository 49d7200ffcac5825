package dev.hitlai.notifications.internal.webhooks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are delivered, from {@code hitlai.webhooks.*}.
 *
 * @param allowPrivateHosts whether receivers on this machine, on private networks and without TLS
 *     are allowed; when not said, only if the server itself listens on a loopback address
 * @param connectTimeout until a connection stands, TLS included
 * @param timeout of a whole delivery; a receiver that answers later has failed
 * @param parallel deliveries at a time on one server, each to another receiver
 * @param switchOffAfter how long nothing got through before a receiver is switched off
 * @param keepDays how long deliveries are kept, in days
 */
@Validated
@ConfigurationProperties("hitlai.webhooks")
public record WebhookSettings(
    @Nullable Boolean allowPrivateHosts,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue("16") @Min(1) @Max(256) int parallel,
    @DefaultValue("3d") Duration switchOffAfter,
    @DefaultValue("30") @Min(1) @Max(3650) int keepDays) {}
