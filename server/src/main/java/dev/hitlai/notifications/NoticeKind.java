package dev.hitlai.notifications;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What people choose by in their preferences. */
public enum NoticeKind {
  /** A test came to its end. */
  TESTS,
  /** A critical finding. */
  FINDINGS,
  /** Work offered, taken back or due. */
  ASSIGNMENTS,
  /** Invoices, earnings, payouts. */
  MONEY,
  /** Phases and features that opened. */
  MILESTONES,
  /** Applications, commitments, vesting. */
  PROGRAMS,
  /** Incidents, maintenance and alerts. */
  HEALTH,
  /** The account itself: always delivered, nobody can switch it off. */
  ACCOUNT;

  /** As in the database, the API and addresses: {@code tests}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static NoticeKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether people choose how they hear of it. */
  public boolean isOptional() {
    return this != ACCOUNT;
  }

  /** Those that people choose about. */
  public static List<NoticeKind> optional() {
    return Arrays.stream(values()).filter(NoticeKind::isOptional).toList();
  }
}
