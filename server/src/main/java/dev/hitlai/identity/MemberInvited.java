package dev.hitlai.identity;

import java.util.UUID;

/**
 * Somebody without an account was invited to a company. Published inside the transaction that made
 * the link.
 *
 * @param email whom the invitation is for
 * @param invitedBy name of the person who invites
 * @param path on this server; it makes the account, so it goes into the mail only
 */
public record MemberInvited(
    UUID companyId, String companyName, String email, String invitedBy, String path) {}
