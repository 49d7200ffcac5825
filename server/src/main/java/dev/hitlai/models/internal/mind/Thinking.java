package dev.hitlai.models.internal.mind;

import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelTask;
import dev.hitlai.models.ModelUnavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the model for one mission. Whatever goes wrong ends in no answer, never in an exception; a
 * model that fails twice in a row, costs too much or takes too long is left alone from then on.
 */
final class Thinking {
  private static final Logger log = LoggerFactory.getLogger(Thinking.class);
  private static final int FAILURES = 2;

  /** Of waiting for answers in one mission. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int ANSWER = 300;

  private final ModelClient client;
  private final Account account;
  private final Set<String> hosts;
  private int failures;
  private boolean over;
  private Duration waited = Duration.ZERO;
  private @Nullable String engine;
  private int asked;

  /**
   * For whom, and by which model first.
   *
   * @param prefer null for what routing picks
   */
  record Account(@Nullable UUID run, @Nullable UUID company, @Nullable String prefer) {}

  Thinking(ModelClient client, Account account, URI start) {
    this.client = client;
    this.account = account;
    hosts = start.getHost() == null ? Set.of() : Set.of(start.getHost());
  }

  boolean isOver() {
    return over;
  }

  /** The model that answered last; null when none did. */
  @Nullable String engine() {
    return engine;
  }

  /** A decision of it was remembered. */
  void remembered(String version) {
    engine = engine == null ? version : engine;
  }

  int asked() {
    return asked;
  }

  Optional<ModelAnswer> plan(String question) {
    return ask(ModelTask.PLAN, Wording.PLAN, question, List.of(), Wording.PLAN_SCHEMA);
  }

  Optional<ModelAnswer> choose(String rules, String question, String page) {
    return ask(
        ModelTask.DECIDE,
        rules,
        question,
        List.of(new ModelRequest.Part.Untrusted("page", page)),
        Wording.CHOICE_SCHEMA);
  }

  private Optional<ModelAnswer> ask(
      ModelTask task, String rules, String question, List<ModelRequest.Part> parts, String schema) {
    if (over) {
      return Optional.empty();
    }
    var request =
        ModelRequest.of(task, rules, question)
            .paidBy(account.run(), account.company())
            .preferring(account.prefer())
            .atMost(ANSWER)
            .fitting(schema)
            .watched(Set.of(), hosts);
    for (var part : parts) {
      request = request.plus(part);
    }
    asked++;
    long start = System.nanoTime();
    try {
      var answer = client.ask(request);
      failures = 0;
      engine = answer.version();
      return Optional.of(answer);
    } catch (ModelUnavailable e) {
      failed(e);
      return Optional.empty();
    } catch (RuntimeException e) {
      log.warn("A model could not be asked; the built-in engine goes on", e);
      over = true;
      return Optional.empty();
    } finally {
      waited = waited.plusNanos(System.nanoTime() - start);
      over |= waited.compareTo(PATIENCE) > 0;
    }
  }

  private void failed(ModelUnavailable e) {
    log.info("No model decides, the built-in engine does: {}", e.getMessage());
    switch (e.why()) {
      case STOPPED, BUDGET, NO_MODEL -> over = true;
      case FAILED, REFUSED, MALFORMED, BLOCKED, IN_PROGRESS -> over = ++failures >= FAILURES;
    }
  }
}
