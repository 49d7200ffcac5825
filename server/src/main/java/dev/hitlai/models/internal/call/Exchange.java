package dev.hitlai.models.internal.call;

import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import dev.hitlai.models.internal.call.CallFailure.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question on its way through the models: tries, the repair, the next model. */
final class Exchange {
  private static final int TRIES = 3;
  private static final int TRIES_AFTER_TIMEOUT = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** Rather than wait longer, the next model is asked. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final ModelCalls parts;
  private final ModelRequest request;
  private final @Nullable Consumer<String> piece;
  private final Guarding guarding;
  private final Prompt prompt;
  private final long began = System.nanoTime();
  private int attempts;
  private boolean repaired;
  private Usage usage = Usage.NONE;
  private BigDecimal cost = BigDecimal.ZERO;
  private boolean refused;
  private String trouble = "No model may be asked for this.";

  Exchange(ModelCalls parts, ModelRequest request, @Nullable Consumer<String> piece) {
    this.parts = parts;
    this.request = request;
    this.piece = piece;
    guarding = new Guarding(request);
    prompt = guarding.prompt();
  }

  ModelAnswer with(List<Target> targets) throws InterruptedException {
    if (targets.isEmpty()) {
      throw new ModelUnavailable(Why.NO_MODEL, trouble);
    }
    ModelUnavailable budget = null;
    for (var target : targets) {
      if (prompt.tokensAbout() + prompt.maxOutputTokens() > target.contextTokens()) {
        trouble = target.version() + " can't take so much text.";
        continue;
      }
      try {
        var answer = ask(target);
        if (answer != null) {
          return answer;
        }
      } catch (ModelUnavailable e) {
        if (e.why() != Why.BUDGET) {
          throw e;
        }
        budget = e; // A cheaper one may fit in.
      }
    }
    if (budget != null) {
      throw budget;
    }
    throw new ModelUnavailable(refused ? Why.REFUSED : Why.FAILED, trouble);
  }

  /** Null when the next model should be asked. */
  private @Nullable ModelAnswer ask(Target target) throws InterruptedException {
    for (int tried = 1; ; tried++) {
      parts.requirePermit();
      if (!parts.breakers.admits(target)) {
        trouble = target.version() + " failed too often and is left alone for a while.";
        return null;
      }
      try {
        var reply = once(target, prompt);
        parts.breakers.report(target, null);
        return finish(target, reply);
      } catch (CallFailure failure) {
        trouble = target.version() + ": " + failure.getMessage();
        refused = failure.kind() == Kind.REFUSED;
        if (failure.kind() == Kind.STOPPED) {
          throw new ModelUnavailable(Why.STOPPED, String.valueOf(failure.getMessage()));
        }
        report(target, failure);
        var pause = pause(failure, tried);
        if (pause == null) {
          return null;
        }
        parts.pause(pause);
      } catch (Busy _) {
        trouble = target.connection().code() + " has as many calls as it may have.";
        return null;
      }
    }
  }

  private void report(Target target, CallFailure failure) {
    parts.breakers.report(
        target, failure.kind().counts() ? String.valueOf(failure.getMessage()) : null);
  }

  private @Nullable Duration pause(CallFailure failure, int tried) {
    int most = failure.kind() == Kind.TIMEOUT ? TRIES_AFTER_TIMEOUT : TRIES;
    if (!failure.kind().again() || tried >= most) {
      return null;
    }
    var wanted = failure.retryAfter();
    var backOff =
        Duration.ofMillis(
            (long) (FIRST_PAUSE.toMillis() * (1L << (tried - 1)) * (0.5 + parts.chance())));
    var pause = wanted == null || wanted.compareTo(backOff) < 0 ? backOff : wanted;
    return pause.compareTo(LONGEST_PAUSE) > 0 ? null : pause;
  }

  private ModelAnswer finish(Target target, Said said) throws InterruptedException {
    var reply = said;
    if (request.schema() != null && !reply.problems().isEmpty()) {
      reply = repair(target, reply);
    }
    return new ModelAnswer(
        request.callId(),
        reply.text(),
        target.version(),
        target.tier(),
        usage.input(),
        usage.cached(),
        usage.output(),
        cost,
        Duration.ofNanos(System.nanoTime() - began),
        attempts,
        repaired,
        guarding.threats());
  }

  private Said repair(Target target, Said broken) throws InterruptedException {
    repaired = true;
    parts.requirePermit();
    var again =
        prompt.plus(
            "Your last answer could not be used:\n%s\nWhat is wrong: %s\nAnswer again, with JSON alone."
                .formatted(shortened(broken.text()), String.join(" ", broken.problems())));
    try {
      var reply = once(target, again);
      parts.breakers.report(target, null);
      if (reply.problems().isEmpty()) {
        return reply;
      }
      throw new ModelUnavailable(
          Why.MALFORMED, "The answer has the wrong form: " + reply.problems().getFirst());
    } catch (CallFailure failure) {
      report(target, failure);
      throw new ModelUnavailable(
          failure.kind() == Kind.STOPPED ? Why.STOPPED : Why.MALFORMED,
          "The answer has the wrong form and could not be repaired: " + failure.getMessage());
    } catch (Busy _) {
      throw new ModelUnavailable(Why.MALFORMED, "The answer has the wrong form.");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 1500 ? text : text.substring(0, 1500);
  }

  private record Said(String text, List<String> problems) {}

  /** As many calls as the provider may have at a time are on their way. */
  private static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** One try: reserved, made, settled. */
  private Said once(Target target, Prompt what) throws CallFailure, InterruptedException, Busy {
    Semaphore place = parts.inFlight.place(target.connection());
    if (place == null) {
      throw new Busy();
    }
    try {
      var most =
          target
              .prices()
              .of(
                  Usage.told(
                      what.tokensAtMost(),
                      0,
                      Math.min(what.maxOutputTokens(), target.maxOutputTokens())));
      int number = parts.ledger.reserve(request, target, most);
      attempts++;
      return made(target, what, number);
    } finally {
      place.release();
    }
  }

  private Said made(Target target, Prompt what, int number)
      throws CallFailure, InterruptedException {
    var chat = new Chat(target, what);
    var tried = new Tried(target, what, number, System.nanoTime());
    try {
      var reply =
          parts.inFlight.within(target.connection().timeout(), chat, () -> chat.call(piece));
      return judged(tried, reply);
    } catch (CallFailure failure) {
      String review = failure.kind() == Kind.REFUSED ? "The model declined." : null;
      settle(
          tried,
          failure.usage(),
          failure.kind().code(),
          null,
          failure.getMessage(),
          review,
          List.of());
      throw failure;
    } catch (InterruptedException e) {
      settle(tried, chat.paid(), Kind.STOPPED.code(), null, "The run ended.", null, List.of());
      throw e;
    } catch (RuntimeException e) {
      if (!(e instanceof ModelUnavailable)) {
        settle(tried, chat.paid(), "server_error", null, e.toString(), null, List.of());
      }
      throw e;
    }
  }

  private record Tried(Target target, Prompt prompt, int number, long began) {}

  private Said judged(Tried tried, Chat.Reply reply) {
    var leaks = guarding.leaks(reply.text());
    if (!leaks.isEmpty()) {
      parts.breakers.report(tried.target(), null);
      String why = leaks.getFirst().reason();
      settle(tried, reply.usage(), "blocked", reply.text(), why, why, leaks);
      throw new ModelUnavailable(Why.BLOCKED, "The answer was held back: " + why);
    }
    var schema = request.schema();
    var problems =
        schema == null ? List.<String>of() : SchemaForm.of(schema).problems(reply.text());
    String text = schema == null ? reply.text() : SchemaForm.bare(reply.text());
    if (problems.isEmpty()) {
      settle(tried, reply.usage(), "answered", text, null, null, List.of());
    } else {
      String why = (reply.cut() ? "The answer was cut off. " : "") + problems.getFirst();
      String review = repaired ? "The answer had the wrong form twice." : null;
      settle(tried, reply.usage(), "malformed", reply.text(), why, review, List.of());
    }
    return new Said(text, problems);
  }

  private void settle(
      Tried tried,
      Usage paid,
      String status,
      @Nullable String output,
      @Nullable String error,
      @Nullable String review,
      List<dev.hitlai.guard.Threat> leaks) {
    var price = tried.target().prices().of(paid);
    usage = usage.plus(paid);
    cost = cost.add(price);
    var threats = new java.util.ArrayList<>(guarding.threats());
    threats.addAll(leaks);
    var latency = Duration.ofNanos(System.nanoTime() - tried.began());
    var attempt =
        new Ledger.Attempt(
            tried.number(),
            tried.target(),
            tried.prompt().all(),
            paid,
            price,
            latency,
            status,
            output,
            error,
            threats,
            review,
            guarding.replaced());
    parts.calmly(() -> parts.ledger.settle(request, attempt));
  }
}
