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

  /** Somebody without an account: by mail only. */
  record Address(String email, String name) implements Audience {}
}
