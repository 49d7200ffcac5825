package dev.hitlai.models.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.internal.Registry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version as it is typed, also by programs; prices in US dollars for a million tokens. */
public record VersionForm(
    @Nullable String modelName,
    @Nullable String label,
    @Nullable String tier,
    @Nullable String tester,
    @Nullable String contextTokens,
    @Nullable String maxOutputTokens,
    @Nullable Boolean images,
    @Nullable Boolean schema,
    @Nullable String input,
    @Nullable String cached,
    @Nullable String output,
    @Nullable String order,
    @Nullable Boolean enabled) {

  static final VersionForm EMPTY =
      new VersionForm(
          null,
          null,
          "external",
          null,
          "128000",
          "4096",
          false,
          true,
          null,
          null,
          null,
          "100",
          true);

  static VersionForm of(Registry.Entry entry) {
    return new VersionForm(
        entry.modelName(),
        entry.label(),
        entry.tier().code(),
        entry.tester(),
        String.valueOf(entry.contextTokens()),
        String.valueOf(entry.maxOutputTokens()),
        entry.images(),
        entry.schema(),
        plain(entry.input()),
        plain(entry.cached()),
        plain(entry.output()),
        String.valueOf(entry.order()),
        entry.enabled());
  }

  private static String plain(BigDecimal price) {
    return price.stripTrailingZeros().toPlainString();
  }

  /** What a field shows. */
  public String value(@Nullable String field) {
    return Objects.requireNonNullElse(field, "");
  }

  public boolean is(@Nullable Boolean field) {
    return Boolean.TRUE.equals(field);
  }

  /**
   * @throws ApiProblem when something isn't a number
   */
  Registry.Change read() {
    var wrong = new HashMap<String, String>();
    var change =
        new Registry.Change(
            value(modelName),
            value(label),
            value(tier),
            tester == null || tester.isBlank() ? null : tester,
            whole(contextTokens, "contextTokens", wrong),
            whole(maxOutputTokens, "maxOutputTokens", wrong),
            is(images),
            is(schema),
            price(input, "input", wrong),
            cached == null || cached.isBlank()
                ? price(input, "input", wrong)
                : price(cached, "cached", wrong),
            price(output, "output", wrong),
            order == null || order.isBlank() ? 100 : whole(order, "order", wrong),
            is(enabled));
    if (!wrong.isEmpty()) {
      throw ApiProblem.invalid(wrong);
    }
    return change;
  }

  private static int whole(@Nullable String text, String field, Map<String, String> wrong) {
    try {
      return Integer.parseInt(Objects.requireNonNullElse(text, "").strip());
    } catch (NumberFormatException notOne) {
      wrong.put(field, "must be a whole number");
      return 0;
    }
  }

  private static BigDecimal price(@Nullable String text, String field, Map<String, String> wrong) {
    try {
      var price = new BigDecimal(Objects.requireNonNullElse(text, "").strip());
      if (price.scale() <= 8 && price.precision() - price.scale() <= 6) {
        return price;
      }
    } catch (NumberFormatException notOne) {
      // told below
    }
    wrong.put(field, "must be US dollars, such as 0.15");
    return BigDecimal.ZERO;
  }
}
