package dev.hitlai.testing.internal.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where a piece of work stands, from the offer to the submission. */
public enum AssignmentStatus {
  OFFERED,
  ACCEPTED,
  IN_PROGRESS,
  SUBMITTED,
  DECLINED,
  /** Nothing happened for too long; given to somebody else without a penalty. */
  ABANDONED,
  /** Nobody answered the offer in time, or it was withdrawn. */
  EXPIRED;

  /** The words of the database for work that somebody has. */
  public static final List<String> OPEN =
      List.of(OFFERED.code(), ACCEPTED.code(), IN_PROGRESS.code());

  /** The words for work that counts towards a run's testers. */
  public static final List<String> COUNTING =
      List.of(OFFERED.code(), ACCEPTED.code(), IN_PROGRESS.code(), SUBMITTED.code());

  Set<AssignmentStatus> next() {
    return switch (this) {
      case OFFERED -> Set.of(ACCEPTED, DECLINED, EXPIRED);
      case ACCEPTED -> Set.of(IN_PROGRESS, DECLINED, ABANDONED, EXPIRED);
      case IN_PROGRESS -> Set.of(SUBMITTED, DECLINED, ABANDONED, EXPIRED);
      case SUBMITTED, DECLINED, ABANDONED, EXPIRED -> Set.of();
    };
  }

  public boolean isOpen() {
    return OPEN.contains(code());
  }

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AssignmentStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
