package dev.hitlai.recording.web;

import dev.hitlai.recording.internal.signals.SignalKind;
import dev.hitlai.web.view.Tone;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Words of recordings as pages say them. */
public final class Said {
  private Said() {}

  public static String source(String source) {
    return switch (source) {
      case "ai" -> "AI tester";
      case "tester" -> "Tester";
      default -> "Visitor";
    };
  }

  public static String device(@Nullable String device) {
    return switch (device) {
      case "mobile" -> "Phone";
      case "tablet" -> "Tablet";
      case "desktop" -> "Desktop";
      case null, default -> "Other";
    };
  }

  public static Tone tone(SignalKind kind) {
    return switch (kind) {
      case RAGE_CLICK, ERROR_CLICK, BROKEN_LINK, FORM_ABANDONMENT -> Tone.DANGER;
      case DEAD_CLICK, ERROR_AFTER_ACTION, THRASHING_CURSOR, FORM_REFILL, SLOW_PAGE, LAYOUT_SHIFT ->
          Tone.WARNING;
      case HESITATION, EXCESSIVE_SCROLLING, BACKTRACK, U_TURN -> Tone.INFO;
    };
  }

  /** The tone of {@code good}, {@code needs improvement} and {@code poor}. */
  public static Tone rating(String rating) {
    return switch (rating) {
      case "good" -> Tone.SUCCESS;
      case "poor" -> Tone.DANGER;
      default -> Tone.WARNING;
    };
  }

  public static String score(@Nullable BigDecimal score) {
    return score == null ? "–" : "%.2f".formatted(score);
  }

  public static Tone frustration(@Nullable BigDecimal score) {
    if (score == null) {
      return Tone.NEUTRAL;
    }
    return score.doubleValue() >= 0.6
        ? Tone.DANGER
        : score.doubleValue() >= 0.3 ? Tone.WARNING : Tone.SUCCESS;
  }

  /** Minutes and seconds since the session began. */
  public static String after(long at, long start) {
    long seconds = Math.max(0, at - start) / 1000;
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
