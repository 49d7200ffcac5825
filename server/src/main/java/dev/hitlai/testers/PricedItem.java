package dev.hitlai.testers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the price list has a price for.
 *
 * @param category {@code human}, {@code ai_third_party} or {@code ai_hitl_trained}
 * @param provider of the model; null for people
 * @param label as people read it
 */
public record PricedItem(String category, @Nullable String provider, String label) {
  public static final PricedItem HUMAN = new PricedItem("human", null, "Human tester");
  public static final PricedItem OWN_AI = own("hitl_finetuned", "HitlAI, fine-tuned");

  /** In the order of the list. */
  public static final List<PricedItem> ALL =
      List.of(
          HUMAN,
          OWN_AI,
          own("hitl_selfhosted_mixtral", "HitlAI, Mixtral on our machines"),
          own("hitl_selfhosted_llama", "HitlAI, LLaMA on our machines"),
          foreign("openai_gpt4", "OpenAI GPT-4"),
          foreign("openai_gpt4_turbo", "OpenAI GPT-4 Turbo"),
          foreign("grok", "xAI Grok"),
          foreign("gemini", "Google Gemini"),
          foreign("claude", "Anthropic Claude"));

  private static PricedItem own(String provider, String label) {
    return new PricedItem("ai_hitl_trained", provider, label);
  }

  private static PricedItem foreign(String provider, String label) {
    return new PricedItem("ai_third_party", provider, label);
  }

  /** {@code human}, or the provider of the model. */
  public String code() {
    return provider == null ? category : provider;
  }

  /** Whether its price falls with the platform's phase. */
  public boolean fallsWithThePhase() {
    return category.equals("ai_hitl_trained");
  }

  public static Optional<PricedItem> of(String code) {
    return ALL.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  static PricedItem of(String category, @Nullable String provider) {
    String code = provider == null ? category : provider;
    return of(code).orElseGet(() -> new PricedItem(category, provider, code));
  }

  /** The codes of all. */
  public static List<String> codes() {
    return ALL.stream().map(PricedItem::code).toList();
  }
}
