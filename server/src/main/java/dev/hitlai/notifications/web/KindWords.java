package dev.hitlai.notifications.web;

import dev.hitlai.notifications.NoticeKind;

/** Kinds of notices as people read them. */
public final class KindWords {
  private KindWords() {}

  public static String label(NoticeKind kind) {
    return switch (kind) {
      case TESTS -> "Tests";
      case FINDINGS -> "Critical findings";
      case ASSIGNMENTS -> "Work for you";
      case MONEY -> "Money";
      case MILESTONES -> "Milestones";
      case PROGRAMS -> "Programs";
      case HEALTH -> "Incidents and alerts";
      case ACCOUNT -> "Account";
    };
  }

  public static String label(String code) {
    return label(NoticeKind.of(code));
  }

  static String hint(NoticeKind kind) {
    return switch (kind) {
      case TESTS -> "A test is done, has failed or waits for people.";
      case FINDINGS -> "A test found something that keeps visitors from their goal.";
      case ASSIGNMENTS -> "Work is offered, taken back or due.";
      case MONEY -> "Invoices, earnings and payouts.";
      case MILESTONES -> "A phase or a feature opened.";
      case PROGRAMS -> "Applications, commitments and vesting.";
      case HEALTH -> "Something is down, slow or back, and planned maintenance.";
      case ACCOUNT -> "Your account and who belongs to it.";
    };
  }
}
