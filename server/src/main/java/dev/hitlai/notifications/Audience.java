package dev.hitlai.notifications;

import java.util.UUID;

/** Whom a notice is for. */
public sealed interface Audience {

  /** One person with an account. */
  record Person(UUID userId) implements Audience {}

  /** The members of a company who want to hear of it, its webhooks and its Slack channel. */
  record Company(UUID companyId) implements Audience {}

  /** The platform's administrators. */
  record Administrators() implements Audience {}

  /**
   * The webhooks and Slack channels of all companies that asked for the event; no people. For facts
   * about the platform itself.
   */
  record Programs() implements Audience {}

  /**
   * Somebody who subscribed to something at an address, with or without an account.
   *
   * @param unsubscribePath on this server; a POST to it ends the subscription without a login (RFC
   *     8058), so it begins with {@code /unsubscribe/}
   * @param because why they get it, a sentence
   */
  record Subscriber(String email, String unsubscribePath, String because) implements Audience {
    public Subscriber {
      if (!unsubscribePath.startsWith("/unsubscribe/")) {
        throw new IllegalArgumentException("One click has to be enough: " + unsubscribePath);
      }
    }
  }

  /** One of the {@link Receivers}: a program or a channel that a module writes to. */
  record Receiver(UUID receiverId) implements Audience {}

  /** Somebody without an account: by mail only. */
  record Address(String email, String name) implements Audience {}
}
