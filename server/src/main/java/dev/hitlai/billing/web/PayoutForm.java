package dev.hitlai.billing.web;

import dev.hitlai.billing.internal.Payouts;
import dev.hitlai.web.view.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payout as a tester asks for it. */
public record PayoutForm(
    @Nullable String amount, @Nullable String method, @Nullable String destination) {
  static final PayoutForm EMPTY = new PayoutForm(null, null, null);

  public static final List<Option> METHODS =
      Arrays.stream(Payouts.Method.values())
          .map(method -> Option.of(method.code(), method.label()))
          .toList();

  public String amountText() {
    return amount == null ? "" : amount;
  }

  public String methodText() {
    return method == null ? "" : method;
  }

  public String destinationText() {
    return destination == null ? "" : destination;
  }
}
