package dev.hitlai.alignment.web;

import dev.hitlai.alignment.rules.FactSchema;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Tone;
import java.util.List;
import java.util.Locale;

/** How pages say what the database calls otherwise. */
public final class Words {
  private Words() {}

  /** {@code require_human_review} as "Require human review". */
  public static String of(String code) {
    var words = code.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public static List<Option> options(List<String> codes) {
    return codes.stream().map(code -> Option.of(code, of(code))).toList();
  }

  public static Tone ofAction(String action) {
    return switch (action) {
      case "block", "blocked", "rejected" -> Tone.DANGER;
      case "require_human_review", "human_review_required", "flag", "flagged" -> Tone.WARNING;
      case "approved" -> Tone.SUCCESS;
      default -> Tone.NEUTRAL;
    };
  }

  /** What conditions may ask for. */
  public static List<FactSchema.Field> facts() {
    return FactSchema.fields();
  }
}
