package dev.hitlai.monitoring.internal.security;

import dev.hitlai.web.view.Say;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When signals make an incident: so many of something for one subject within a window. Counts and
 * windows can be set, see {@link SecuritySettings}.
 */
public enum Rule {
  STUFFING_FROM_ADDRESS(
      SignalKind.LOGIN_REFUSED,
      null,
      Subject.ADDRESS,
      Measure.CALLERS,
      10,
      Duration.ofMinutes(15),
      "suspicious_activity",
      "high",
      "One address tries to log in to many accounts",
      "Passwords that leaked elsewhere are tried out here. Accounts that let it in need a new"
          + " password."),
  STUFFING_ON_ACCOUNT(
      SignalKind.LOGIN_REFUSED,
      null,
      Subject.CALLER,
      Measure.ADDRESSES,
      5,
      Duration.ofHours(1),
      "suspicious_activity",
      "high",
      "Many addresses try to log in to one account",
      "Somebody spreads guesses over many addresses to stay below the limits."),
  DEAD_KEY_USED(
      SignalKind.KEY_REFUSED,
      "revoked,expired,suspended",
      Subject.CALLER,
      Measure.TIMES,
      3,
      Duration.ofHours(1),
      "unauthorized_access",
      "medium",
      "An API key that is over is still used",
      "A program was forgotten when the key was changed, or whoever found the key tries it."),
  KEY_GUESSING(
      SignalKind.KEY_REFUSED,
      "unknown,wrong_secret",
      Subject.ADDRESS,
      Measure.TIMES,
      20,
      Duration.ofHours(1),
      "unauthorized_access",
      "medium",
      "One address guesses API keys",
      "Keys that don't exist, or the wrong secret of one that does, come in numbers."),
  KEY_FROM_MANY_NETWORKS(
      SignalKind.KEY_USED,
      null,
      Subject.CALLER,
      Measure.NETWORKS,
      10,
      Duration.ofHours(24),
      "unauthorized_access",
      "high",
      "An API key is used from many networks",
      "The key may have leaked. Ask its company, and have it replaced when they can't explain it."),
  TENANT_PROBING(
      SignalKind.FOREIGN_ID,
      null,
      Subject.CALLER,
      Measure.DETAILS,
      20,
      Duration.ofMinutes(10),
      "unauthorized_access",
      "high",
      "Somebody asks for things that aren't theirs",
      "Many different ids were answered with 404: nothing was shown, but somebody is looking."),
  LIMIT_IGNORED(
      SignalKind.RATE_LIMITED,
      null,
      Subject.CALLER,
      Measure.MINUTES,
      5,
      Duration.ofMinutes(30),
      "rate_limit_exceeded",
      "medium",
      "A caller goes on though it is over its limit",
      "A program that doesn't heed Retry-After, or one that wants to wear the server out."),
  PRIVATE_DESTINATIONS(
      SignalKind.PRIVATE_DESTINATION,
      null,
      Subject.CALLER,
      Measure.TIMES,
      3,
      Duration.ofHours(1),
      "unauthorized_access",
      "high",
      "Somebody tries to lead the server into its own network",
      "Addresses that lead to private networks were entered again and again; each was refused."),
  INJECTION_PAGE(
      SignalKind.PROMPT_INJECTION,
      null,
      Subject.DETAIL,
      Measure.TIMES,
      1,
      Duration.ofHours(24),
      "prompt_injection",
      "medium",
      "A page gives the AI tester orders",
      "Text of the page is written for models rather than people. The tester doesn't obey it."),
  BOT(
      SignalKind.BOT,
      null,
      Subject.CALLER,
      Measure.TIMES,
      1,
      Duration.ofHours(24),
      "bot_detected",
      "medium",
      "Work of a program, not of a person",
      "The pace of what was done is no person's.");

  /** Whom signals are counted for; a column of security_signals as text. */
  enum Subject {
    CALLER("s.caller"),
    ADDRESS("host(s.ip_address)"),
    DETAIL("nullif(s.detail, '')");

    final String sql;

    Subject(String sql) {
      this.sql = sql;
    }
  }

  /** What is counted. */
  enum Measure {
    TIMES("sum(s.times)", "times"),
    CALLERS("count(distinct s.caller)", "accounts"),
    ADDRESSES("count(distinct s.ip_address)", "addresses"),
    NETWORKS("count(distinct s.network)", "networks"),
    DETAILS("count(distinct s.detail)", "things"),
    MINUTES("count(distinct date_trunc('minute', s.created_at))", "minutes");

    final String sql;
    final String word;

    Measure(String sql, String word) {
      this.sql = sql;
      this.word = word;
    }
  }

  private final SignalKind kind;
  private final @Nullable String details;
  private final Subject subject;
  private final Measure measure;
  private final int count;
  private final Duration window;
  private final String incidentType;
  private final String severity;
  private final String title;
  private final String text;

  Rule(
      SignalKind kind,
      @Nullable String details,
      Subject subject,
      Measure measure,
      int count,
      Duration window,
      String incidentType,
      String severity,
      String title,
      String text) {
    this.kind = kind;
    this.details = details;
    this.subject = subject;
    this.measure = measure;
    this.count = count;
    this.window = window;
    this.incidentType = incidentType;
    this.severity = severity;
    this.title = title;
    this.text = text;
  }

  /** As in the database and in settings: {@code tenant-probing}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  SignalKind kind() {
    return kind;
  }

  /** Only signals with one of these details; null for all. */
  String @Nullable [] details() {
    return details == null ? null : details.split(",");
  }

  Subject subject() {
    return subject;
  }

  Measure measure() {
    return measure;
  }

  /** Unless set otherwise. */
  public int count() {
    return count;
  }

  /** Unless set otherwise. */
  public Duration window() {
    return window;
  }

  String incidentType() {
    return incidentType;
  }

  String severity() {
    return severity;
  }

  /** A sentence without a full stop. */
  public String title() {
    return title;
  }

  String text() {
    return text;
  }

  /** So many of what is counted, as people say it: "20 things", "once". */
  public String counted(long number) {
    if (number != 1) {
      return Say.count(number) + " " + measure.word;
    }
    return measure == Measure.TIMES ? "once" : "1 " + measure.word.replaceAll("e?s$", "");
  }

  /** A length of time without what is nought: "15 minutes", "an hour". */
  public static String within(Duration window) {
    long minutes = window.toMinutes();
    if (minutes == 0 || window.toSecondsPart() > 0) {
      return Say.count(window.toSeconds(), "second", "seconds");
    }
    if (minutes % 60 > 0) {
      return Say.count(minutes, "minute", "minutes");
    }
    return Say.count(minutes / 60, "hour", "hours");
  }
}
