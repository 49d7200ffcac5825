package dev.hitlai.models.web;

import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.Registry;
import dev.hitlai.testers.PricedItem;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Words and figures of models' pages. */
public final class ModelWords {
  public static final List<Option> KINDS =
      List.of(
          Option.of(
              "openai_compatible", "OpenAI-compatible (vLLM, Ollama, llama.cpp, xAI, Groq …)"),
          Option.of("openai", "OpenAI"),
          Option.of("anthropic", "Anthropic"),
          Option.of("gemini", "Google Gemini"));

  public static final List<Option> TIERS =
      Arrays.stream(Tier.values()).map(tier -> Option.of(tier.code(), tier.label())).toList();

  public static final List<Option> TESTERS =
      Registry.TESTERS.stream().map(code -> Option.of(code, tester(code))).toList();

  private ModelWords() {}

  public static String tester(String code) {
    return PricedItem.of(code).map(PricedItem::label).orElse(code);
  }

  /** Dollars; below a cent with two digits that say something. */
  public static String cost(BigDecimal usd) {
    if (usd.signum() == 0 || usd.abs().compareTo(new BigDecimal("0.01")) >= 0) {
      return Say.money(usd);
    }
    int digits = usd.scale() - usd.precision() + 2;
    return "$" + usd.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  public static String price(BigDecimal usd) {
    return "$" + usd.stripTrailingZeros().toPlainString();
  }

  public static Tone tone(String status) {
    return switch (status) {
      case "answered", "closed", "success" -> Tone.SUCCESS;
      case "open", "opened", "blocked", "refused", "rejected", "lost" -> Tone.DANGER;
      default -> Tone.WARNING;
    };
  }

  public static String say(String code) {
    return code.replace('_', ' ');
  }
}
