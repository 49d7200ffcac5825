package dev.hitlai.models.internal;

import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelTask;
import dev.hitlai.models.ModelUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Tries a version by one tiny real call: key, address, name and stream are right when it answers.
 */
@Component
public class Trials {
  private static final int ANSWER = 64;

  private final ModelClient client;
  private final Registry registry;
  private final Books books;
  private final Clock clock;

  Trials(ModelClient client, Registry registry, Books books, Clock clock) {
    this.client = client;
    this.registry = registry;
    this.books = books;
    this.clock = clock;
  }

  /**
   * Makes the call and waits for it.
   *
   * @throws dev.hitlai.api.ApiProblem when there is no such version
   */
  public Registry.Trial of(UUID versionId) {
    var version = books.in(() -> registry.find(versionId));
    var trial = tried(version.key());
    books.run(() -> registry.tried(versionId, trial));
    return trial;
  }

  private Registry.Trial tried(String key) {
    long start = System.nanoTime();
    var firstWord = new AtomicLong();
    var question =
        ModelRequest.of(ModelTask.TRIAL, "You are being tried out.", "Answer with the word OK.")
            .byChance(null, null)
            .atMost(ANSWER);
    try {
      var answer =
          client.stream(question, key, _ -> firstWord.compareAndSet(0, System.nanoTime() - start));
      return new Registry.Trial(
          clock.instant(),
          true,
          "Answered, the first word after %d ms; it cost $%s."
              .formatted(
                  Duration.ofNanos(firstWord.get()).toMillis(),
                  answer.costUsd().stripTrailingZeros().toPlainString()),
          answer.latency().toMillis());
    } catch (ModelUnavailable e) {
      return new Registry.Trial(clock.instant(), false, cut(e.getMessage()), null);
    }
  }

  private static String cut(@org.jspecify.annotations.Nullable String message) {
    String text = String.valueOf(message);
    return text.length() <= 500 ? text : text.substring(0, 500);
  }
}
