package dev.hitlai.notifications;

import dev.hitlai.notifications.internal.webhooks.DirectReceivers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses that a module writes to directly, instead of a company's webhooks that choose by event.
 * Deliveries are signed, durable and tried again for 24 hours, one at a time to each receiver, so
 * that one that hangs delays only itself. For administrators and jobs.
 */
@Component
public class Receivers {
  private final DirectReceivers receivers;

  Receivers(DirectReceivers receivers) {
    this.receivers = receivers;
  }

  /** What a receiver is for. */
  public enum Purpose {
    ALERTS,
    SUBSCRIPTION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a receiver understands. */
  public enum Channel {
    /** JSON with a signature as the Standard Webhooks specification says. */
    WEBHOOK,
    /** An incoming webhook of Slack. */
    SLACK;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param secret that signs deliveries; of Slack empty
   */
  public record Made(UUID id, String secret) {}

  /**
   * How a receiver does.
   *
   * @param disabledReason null while it is on
   * @param lastError of the last attempt; null when it got through or none was made
   */
  public record State(
      String url,
      boolean active,
      @Nullable String disabledReason,
      @Nullable Instant failingSince,
      @Nullable Instant lastDeliveredAt,
      @Nullable String lastError) {}

  /**
   * @throws dev.hitlai.api.ApiProblem of the field {@code url} when the address can't be called or
   *     leads to a private network
   */
  @Transactional
  public Made make(Purpose purpose, Channel channel, String url) {
    return receivers.make(purpose, channel, url);
  }

  /** With what was delivered to it; of one that is gone nothing happens. */
  @Transactional
  public void remove(UUID id) {
    receivers.remove(id);
  }

  @Transactional
  public void switchOn(UUID id) {
    receivers.switchOn(id);
  }

  @Transactional(readOnly = true)
  public Optional<State> state(UUID id) {
    return receivers.state(id);
  }

  /** Sends our own JSON; inside the transaction of the fact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(UUID id, String event, Map<String, ?> data) {
    receivers.send(id, event, data);
  }

  /** Sends a body that somebody else defined; inside the transaction of the fact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendBody(UUID id, String event, String body) {
    receivers.sendBody(id, event, body);
  }

  /** Writes to a Slack channel; inside the transaction of the fact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendSlack(
      UUID id,
      String event,
      String title,
      List<String> paragraphs,
      Notice.@Nullable Action action) {
    receivers.sendSlack(id, event, title, paragraphs, action);
  }
}
