package dev.hitlai.identity;

import java.util.UUID;

/**
 * Somebody asked to choose a new password for an account. Published inside the transaction that
 * made the link.
 *
 * @param email the account's address
 * @param name of the person, for the salutation
 * @param path on this server; whoever opens it may choose the password, so it goes into the mail
 *     only
 */
public record PasswordResetAsked(UUID userId, String email, String name, String path) {}
