package dev.hitlai.notifications;

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
  /** The account itself: always delivered, nobody can switch it off. */
  ACCOUNT
}
