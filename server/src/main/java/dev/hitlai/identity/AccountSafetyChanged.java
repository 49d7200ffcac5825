package dev.hitlai.identity;

import java.util.UUID;

/**
 * Something happened to an account that its person should hear of even when somebody else did it.
 * Published inside the transaction of the change.
 *
 * @param email whom to tell; after a change of address the old one
 * @param name of the person, for the salutation
 */
public record AccountSafetyChanged(UUID userId, String email, String name, Change change) {
  /** What it was. */
  public enum Change {
    /** A new password was chosen by a link from a mail. */
    PASSWORD_RESET,
    /** The address is another one from now on. */
    EMAIL_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    /** An administrator took a second factor away that its person had lost. */
    SECOND_FACTOR_REMOVED,
    /** Earlier recovery codes work no more. */
    RECOVERY_CODES_RENEWED,
    /** A recovery code stood in for the second factor. */
    RECOVERY_CODE_USED,
    /** Nothing says any more who the person was. */
    ERASED
  }
}
