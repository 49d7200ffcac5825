package dev.hitlai.models;

import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.models.internal.call.Connection;
import dev.hitlai.models.internal.call.Connection.Wire;
import dev.hitlai.models.internal.call.InMemory;
import dev.hitlai.models.internal.call.ModelCalls;
import dev.hitlai.models.internal.call.Prices;
import dev.hitlai.models.internal.call.Sleeper;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.models.internal.call.Unstoppable;
import dev.hitlai.models.internal.mind.DecisionCache;
import dev.hitlai.models.internal.mind.ModelMinds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One model for a program without server and database, with a budget of its own. */
public final class StandaloneModel {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int CONCURRENT = 4;
  private static final int CONTEXT = 100_000;
  private static final int LONGEST_ANSWER = 4_000;

  private static final Map<String, String> ADDRESSES =
      Map.of(
          "openai", "https://api.openai.com/v1",
          "anthropic", "https://api.anthropic.com/v1",
          "gemini", "https://generativelanguage.googleapis.com/v1beta",
          "xai", "https://api.x.ai/v1",
          "groq", "https://api.groq.com/openai/v1",
          "ollama", "http://localhost:11434/v1");

  private final InMemory books;
  private final ModelCalls client;
  private final String name;

  private StandaloneModel(Target target, BigDecimal budget) {
    books = new InMemory(List.of(target), budget, Clock.systemUTC());
    client =
        new ModelCalls(
            books,
            books,
            books,
            new Unstoppable(),
            Sleeper.REAL,
            () -> ThreadLocalRandom.current().nextLong());
    name = target.version();
  }

  /**
   * @param model provider and name, such as {@code ollama:llama3.1}
   * @param price input, cached input and output, US dollars for a million tokens; null when it
   *     costs nothing or nobody knows
   * @param budget US dollars
   * @param environment holds keys and addresses
   * @throws IllegalArgumentException with a sentence when something is missing
   */
  public static StandaloneModel of(
      String model, @Nullable String price, BigDecimal budget, Map<String, String> environment) {
    int colon = model.indexOf(':');
    if (colon < 1 || colon == model.length() - 1) {
      throw new IllegalArgumentException(
          "A model is PROVIDER:NAME, such as ollama:llama3.1, not '" + model + "'.");
    }
    String provider = model.substring(0, colon).toLowerCase(Locale.ROOT);
    String suffix = provider.toUpperCase(Locale.ROOT).replace('-', '_');
    String key = environment.get("HITLAI_MODELS_KEYS_" + suffix);
    String own = environment.get("HITLAI_MODELS_URL_" + suffix);
    String address = own == null ? ADDRESSES.get(provider) : own;
    if (address == null) {
      throw new IllegalArgumentException(
          "Say where '%s' is: HITLAI_MODELS_URL_%s=http://…/v1".formatted(provider, suffix));
    }
    if (key == null && own == null && !provider.equals("ollama")) {
      throw new IllegalArgumentException(
          "The key of '%s' is missing: HITLAI_MODELS_KEYS_%s".formatted(provider, suffix));
    }
    var connection = new Connection(provider, wire(provider), address, key, TIMEOUT, CONCURRENT);
    return new StandaloneModel(
        new Target(
            model,
            model.substring(colon + 1),
            provider.equals("ollama") || own != null ? Tier.SELF_HOSTED : Tier.EXTERNAL,
            prices(price),
            CONTEXT,
            LONGEST_ANSWER,
            false,
            true,
            connection),
        budget);
  }

  private static Wire wire(String provider) {
    return switch (provider) {
      case "openai" -> Wire.OPENAI;
      case "anthropic" -> Wire.ANTHROPIC;
      case "gemini" -> Wire.GEMINI;
      default -> Wire.OPENAI_COMPATIBLE;
    };
  }

  private static Prices prices(@Nullable String price) {
    if (price == null) {
      return Prices.NONE;
    }
    var parts = price.split(",", -1);
    try {
      if (parts.length == 3) {
        return new Prices(
            new BigDecimal(parts[0].strip()),
            new BigDecimal(parts[1].strip()),
            new BigDecimal(parts[2].strip()));
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    throw new IllegalArgumentException("A price is IN,CACHED,OUT, such as 0.15,0.075,0.6.");
  }

  /** Minds that ask it; what it decided is remembered as long as the program runs. */
  public MindFactory minds() {
    var kept = new HashMap<String, DecisionCache>();
    return ModelMinds.standalone(
        client,
        (site, mission, persona) -> {
          synchronized (kept) {
            return kept.computeIfAbsent(
                site + '\n' + mission + '\n' + persona, _ -> DecisionCache.inMemory());
          }
        });
  }

  /** What it did, in a line. */
  public String summary() {
    var log = books.log();
    long failed = log.stream().filter(one -> !one.status().equals("answered")).count();
    long tokens = log.stream().mapToLong(one -> one.usage().input() + one.usage().output()).sum();
    return "model %s: %d calls, %d of them without an answer, %d tokens, $%s"
        .formatted(
            name, log.size(), failed, tokens, books.spent().stripTrailingZeros().toPlainString());
  }
}
