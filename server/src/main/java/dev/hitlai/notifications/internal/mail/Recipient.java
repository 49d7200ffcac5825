package dev.hitlai.notifications.internal.mail;

import dev.hitlai.identity.UserType;
import java.util.UUID;

/** A person with an account, to be told something. */
public record Recipient(UUID userId, String email, String name, UserType type) {}
