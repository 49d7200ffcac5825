package dev.hitlai.monitoring.web;

import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Tone;
import java.util.Locale;

/** How pages say what the database calls otherwise. */
public final class Words {
  private Words() {}

  /** {@code false_positive} as "False positive". */
  public static String of(String code) {
    String words = code.replace('_', ' ').replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public static Tone ofStatus(String status) {
    return switch (status) {
      case "open" -> Tone.DANGER;
      case "investigating" -> Tone.WARNING;
      case "resolved" -> Tone.SUCCESS;
      default -> Tone.NEUTRAL;
    };
  }

  public static Tone ofHttp(int status) {
    return status >= 500 ? Tone.DANGER : status >= 400 ? Tone.WARNING : Tone.SUCCESS;
  }

  /** How somebody logged in. */
  public static String ofAuth(String method) {
    return switch (method) {
      case "jwt" -> "Token";
      case "api_key" -> "API key";
      case "session" -> "Browser";
      default -> of(method);
    };
  }

  /** What a limit is about; without a route it is the one that all of them share. */
  public static String ofLimit(String endpoint) {
    return endpoint.equals("api") ? "All routes of the API" : of(endpoint);
  }

  /** 0.4 ms, 12 ms, 1,234 ms. */
  public static String millis(double millis) {
    return Say.decimal(millis, millis < 10 ? 1 : 0) + " ms";
  }
}
