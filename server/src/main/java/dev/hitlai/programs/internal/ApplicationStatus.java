package dev.hitlai.programs.internal;

import dev.hitlai.web.view.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where an application stands. */
public enum ApplicationStatus {
  /** Waits for a reviewer. */
  PENDING(Tone.INFO),
  /** Found good, waits for a spot. */
  WAITLISTED(Tone.WARNING),
  /** Holds a spot. */
  APPROVED(Tone.SUCCESS),
  REJECTED(Tone.DANGER),
  /** By the applicant. */
  WITHDRAWN(Tone.NEUTRAL),
  /** Approved, but nobody joined in time. */
  LAPSED(Tone.NEUTRAL);

  /** While it is one of these, the address can't apply again. */
  static final List<String> OPEN = List.of(PENDING.code(), WAITLISTED.code(), APPROVED.code());

  private final Tone tone;

  ApplicationStatus(Tone tone) {
    this.tone = tone;
  }

  /** As in the database and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it. */
  public String label() {
    return this == WAITLISTED ? "on the waiting list" : code();
  }

  public Tone tone() {
    return tone;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of them
   */
  public static ApplicationStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(ApplicationStatus::code).toList();
  }
}
