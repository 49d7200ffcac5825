package dev.hitlai.identity;

import java.util.UUID;

/**
 * Somebody was invited to a company, with an account or without. Published inside the transaction
 * that made the link.
 *
 * @param email whom the invitation is for
 * @param invitedBy name of the person who invites
 * @param path on this server; it shows that its reader reads the address's mail, so it goes into
 *     the mail only
 */
public record MemberInvited(
    UUID companyId, String companyName, String email, String invitedBy, String path) {}
