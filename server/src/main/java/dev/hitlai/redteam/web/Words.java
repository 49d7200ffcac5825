package dev.hitlai.redteam.web;

import dev.hitlai.redteam.Category;
import dev.hitlai.redteam.internal.attacks.Strategy;
import dev.hitlai.web.view.Tone;
import java.util.Locale;

/** How pages say what is stored as a code. */
public final class Words {
  private Words() {}

  public static String of(String code) {
    var words = code.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** A category, a strategy, or everything. */
  public static String group(String code) {
    for (var category : Category.values()) {
      if (category.code().equals(code)) {
        return category.title();
      }
    }
    return Strategy.codes().contains(code) ? Strategy.of(code).title() : of(code);
  }

  public static Tone tone(String status) {
    return switch (status) {
      case "done", "fixed", "passed" -> Tone.SUCCESS;
      case "failed", "error" -> Tone.DANGER;
      case "open" -> Tone.WARNING;
      case "running", "in_progress" -> Tone.INFO;
      default -> Tone.NEUTRAL;
    };
  }

  /** A share as per cent with one decimal. */
  public static String share(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
