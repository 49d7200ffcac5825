package dev.hitlai.notifications.internal.mail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails leave, from {@code hitlai.mail.*}.
 *
 * @param host of the SMTP server; without it mails stay in the outbox, where administrators read
 *     them
 * @param port 587 for STARTTLS, 465 for TLS from the start, 25 without
 * @param username empty to send without a login
 * @param security how the connection is encrypted
 * @param from the sender's address
 * @param fromName the sender's name
 * @param replyTo where answers go; the sender when it isn't said
 * @param timeout of connecting, reading and writing, each
 * @param attempts after which a mail counts as dead
 * @param keepDays how long mails are kept, in days
 */
@Validated
@ConfigurationProperties("hitlai.mail")
public record MailSettings(
    @Nullable String host,
    @DefaultValue("587") @Min(1) @Max(65535) int port,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("starttls") @NotNull Security security,
    @DefaultValue("no-reply@localhost") @NotBlank @Email String from,
    @DefaultValue("HitlAI") @NotBlank String fromName,
    @Nullable @Email String replyTo,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("8") @Min(1) @Max(50) int attempts,
    @DefaultValue("30") @Min(1) @Max(3650) int keepDays) {

  /** How the connection to the server is encrypted. */
  public enum Security {
    /** Not at all; for a server on the same machine. */
    NONE,
    /** Required right after the greeting. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }

  /** Whether mails are sent at all. */
  public boolean sends() {
    return host != null && !host.isBlank();
  }

  @AssertTrue(message = "must be an address of yours when hitlai.mail.host is set")
  boolean isFromSaid() {
    return !sends() || !from.toLowerCase(Locale.ROOT).endsWith("@localhost");
  }

  @Override
  public String toString() {
    return "MailSettings[host=" + host + ", port=" + port + ", from=" + from + "]";
  }
}
