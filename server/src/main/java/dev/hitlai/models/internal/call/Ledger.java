package dev.hitlai.models.internal.call;

import dev.hitlai.guard.Threat;
import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelUnavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps calls within their budgets and writes each try down, once. */
public interface Ledger {

  /**
   * @return the answer, where this call was answered before
   * @throws ModelUnavailable when the same call is on its way
   */
  Optional<ModelAnswer> begin(ModelRequest request);

  /**
   * Sets the most that a try can cost aside.
   *
   * @return the number of the try
   * @throws ModelUnavailable when that would pass a budget
   */
  int reserve(ModelRequest request, Target target, BigDecimal most);

  /**
   * Gives back what was set aside, counts what it cost, and logs the try; a second time nothing.
   */
  void settle(ModelRequest request, Attempt attempt);

  /** The call is over; null when it has no answer. */
  void end(ModelRequest request, @Nullable ModelAnswer answer);

  /**
   * A try.
   *
   * @param prompt as it left
   * @param status as the log spells it
   * @param threats of input and output
   * @param review why a person should look at it; null when nobody has to
   * @param replaced kinds of personal data that were taken out, with how many
   */
  record Attempt(
      int number,
      Target target,
      String prompt,
      Usage usage,
      BigDecimal cost,
      Duration latency,
      String status,
      @Nullable String output,
      @Nullable String error,
      List<Threat> threats,
      @Nullable String review,
      Map<String, Integer> replaced) {}
}
