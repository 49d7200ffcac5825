package dev.hitlai.models;

import java.util.function.Consumer;

/**
 * Asks language models. What leaves is fenced and redacted, what comes back is checked; every call
 * is within the budgets and in the log. Safe for use by many threads; blocks until there is an
 * answer.
 */
public interface ModelClient {

  /**
   * Asks the model that routing picks, and the next ones when it fails.
   *
   * @throws ModelUnavailable when there is no answer
   */
  ModelAnswer ask(ModelRequest request);

  /**
   * Asks this version and no other, also when it is out of routing.
   *
   * @throws ModelUnavailable when there is no answer
   */
  ModelAnswer ask(ModelRequest request, String modelVersionKey);

  /**
   * Like {@link #ask(ModelRequest, String)}, and hears the answer piece by piece before it is
   * checked: show it to nobody who may not see it.
   *
   * @throws ModelUnavailable when there is no answer
   */
  ModelAnswer stream(ModelRequest request, String modelVersionKey, Consumer<String> piece);
}
