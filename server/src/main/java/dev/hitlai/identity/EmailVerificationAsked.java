package dev.hitlai.identity;

import java.util.UUID;

/**
 * A person should show that an address is theirs. Published inside the transaction that made the
 * link.
 *
 * @param email the address to be confirmed
 * @param name of the person, for the salutation
 * @param path on this server; whoever opens it confirms the address, so it goes into the mail only
 */
public record EmailVerificationAsked(UUID userId, String email, String name, String path) {}
