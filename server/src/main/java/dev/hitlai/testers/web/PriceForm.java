package dev.hitlai.testers.web;

import dev.hitlai.testers.PriceList.NewPrice;
import dev.hitlai.testers.PricedItem;
import dev.hitlai.web.view.Option;
import dev.hitlai.web.view.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A price as an administrator enters it. */
public record PriceForm(
    @Nullable String item,
    @Nullable String base,
    @Nullable String platformFeePercent,
    @Nullable String payoutPercent,
    @Nullable String volumeThreshold,
    @Nullable String volumePercent,
    @Nullable String from,
    @Nullable String description) {
  static final PriceForm EMPTY = new PriceForm(null, null, null, null, null, null, null, null);

  public static final List<Option> ITEMS =
      PricedItem.ALL.stream().map(item -> Option.of(item.code(), item.label())).toList();

  Problems problems() {
    var problems = new LinkedHashMap<String, String>();
    if (PricedItem.of(text(item)).isEmpty()) {
      problems.put("item", "Choose what the price is for.");
    }
    decimal(problems, "base", base, "Enter the price in US dollars, such as 5.00.");
    decimal(problems, "platformFeePercent", platformFeePercent, "Enter a number from 0 to 100.");
    decimal(problems, "payoutPercent", payoutPercent, "Enter a number from 0 to 100.");
    if (!text(volumePercent).isEmpty()) {
      decimal(problems, "volumePercent", volumePercent, "Enter a number from 0 to 100.");
    }
    if (!text(volumeThreshold).matches("\\d{0,9}")) {
      problems.put("volumeThreshold", "Enter a whole number of tests, or nothing.");
    }
    if (!text(from).isEmpty() && date() == null) {
      problems.put("from", "Enter a day as year-month-day, or nothing for at once.");
    }
    return new Problems(problems);
  }

  NewPrice newPrice() {
    return new NewPrice(
        PricedItem.of(text(item)).orElseThrow(),
        new BigDecimal(text(base)),
        new BigDecimal(text(platformFeePercent)),
        new BigDecimal(text(payoutPercent)),
        text(volumeThreshold).isEmpty() ? null : Integer.valueOf(text(volumeThreshold)),
        text(volumePercent).isEmpty() ? BigDecimal.ZERO : new BigDecimal(text(volumePercent)),
        date(),
        text(description).isEmpty() ? null : text(description));
  }

  /** The form's name for a field of the API. */
  static String fieldOf(String field) {
    return field.equals("effectiveFrom") ? "from" : field;
  }

  public String value(@Nullable String field) {
    return field == null ? "" : field;
  }

  private @Nullable Instant date() {
    try {
      return text(from).isEmpty()
          ? null
          : LocalDate.parse(text(from)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static void decimal(
      Map<String, String> problems, String field, @Nullable String value, String why) {
    if (!text(value).matches("\\d{1,6}(\\.\\d{1,4})?")) {
      problems.put(field, why);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
