package dev.hitlai.health.internal.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.hitlai.health.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that watches monitors of the platform.
 *
 * @param endpoint of the monitors it is about; null means all
 * @param createIncident whether it opens an incident when it fires
 * @param snoozedUntil until then it fires without telling anybody; null when nobody asked for that
 */
public record AlertRule(
    UUID id,
    String name,
    String description,
    @Nullable String endpoint,
    Terms terms,
    boolean createIncident,
    Channels channels,
    boolean active,
    @Nullable Instant snoozedUntil,
    @Nullable Instant lastTriggeredAt,
    int triggerCount) {

  /** What a program gets. */
  public enum Format {
    /** Our JSON. */
    SIGNED,
    /** That of Prometheus' Alertmanager, version 4. */
    ALERTMANAGER;

    @JsonValue
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Format of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /**
   * Who hears of it. Mail goes to the users and addresses, or to all administrators when there are
   * none.
   *
   * @param webhookUrl for people to see; the receiver has it, too
   */
  public record Channels(
      boolean mail,
      List<UUID> users,
      List<String> addresses,
      boolean slack,
      @Nullable UUID slackReceiver,
      boolean webhook,
      @Nullable UUID webhookReceiver,
      @Nullable String webhookUrl,
      Format format) {
    public Channels {
      users = List.copyOf(users);
      addresses = List.copyOf(addresses);
    }
  }

  public boolean concerns(Monitor monitor) {
    return endpoint == null || endpoint.equals(monitor.endpoint());
  }

  public boolean isSnoozed(Instant now) {
    return snoozedUntil != null && now.isBefore(snoozedUntil);
  }

  /** In words, such as "Error rate above 10 % for 5 min". */
  public String condition() {
    var hold = terms.hold();
    return terms.metric().label()
        + " "
        + terms.comparison().word()
        + " "
        + value(terms.threshold())
        + (hold.isZero() ? "" : " for " + hold.toMinutes() + " min");
  }

  /** With its unit. */
  public String value(double value) {
    return dev.hitlai.web.view.Say.decimal(value, 2)
        + (terms.metric().unit().isEmpty() ? "" : " " + terms.metric().unit());
  }
}
