package dev.hitlai.testers.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.testers.PriceList;
import dev.hitlai.testers.PriceList.NewPrice;
import dev.hitlai.testers.PriceList.Price;
import dev.hitlai.testers.PricedItem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The price list, for programs. */
@RestController
@RequestMapping("/api/admin/pricing")
@Tag(name = "Prices")
@Access(admin = true)
class PricingApi {
  private final PriceList list;

  PricingApi(PriceList list) {
    this.list = list;
  }

  /**
   * A price, in US dollars and percent.
   *
   * @param item {@code human} or the provider of a model
   * @param standing past, present or future
   */
  record PriceAnswer(
      UUID id,
      String item,
      String category,
      BigDecimal base,
      BigDecimal platformFeePercent,
      BigDecimal payoutPercent,
      @Nullable Integer volumeThreshold,
      BigDecimal volumePercent,
      Instant effectiveFrom,
      @Nullable Instant effectiveUntil,
      String standing,
      @Nullable String description) {
    static PriceAnswer of(Price price) {
      return new PriceAnswer(
          price.id(),
          price.item().code(),
          price.item().category(),
          price.base(),
          price.platformFeePercent(),
          price.payoutPercent(),
          price.volumeThreshold(),
          price.volumePercent(),
          price.from(),
          price.until(),
          price.standing().name().toLowerCase(Locale.ROOT),
          price.description());
    }
  }

  /**
   * A price to add.
   *
   * @param effectiveFrom left out for at once
   */
  record PriceRequest(
      @Nullable String item,
      @Nullable BigDecimal base,
      @Nullable BigDecimal platformFeePercent,
      @Nullable BigDecimal payoutPercent,
      @Nullable Integer volumeThreshold,
      @Nullable BigDecimal volumePercent,
      @Nullable Instant effectiveFrom,
      @Nullable String description) {
    NewPrice newPrice() {
      return new NewPrice(
          PricedItem.of(item == null ? "" : item)
              .orElseThrow(
                  () -> ApiProblem.invalid("item", "must be one of " + PricedItem.codes())),
          required("base", base),
          required("platformFeePercent", platformFeePercent),
          required("payoutPercent", payoutPercent),
          volumeThreshold,
          volumePercent == null ? BigDecimal.ZERO : volumePercent,
          effectiveFrom,
          description);
    }

    private static BigDecimal required(String field, @Nullable BigDecimal value) {
      if (value == null) {
        throw ApiProblem.invalid(field, "is missing");
      }
      return value;
    }
  }

  @GetMapping
  @Operation(summary = "Past, present and future prices")
  ApiData<List<PriceAnswer>> list() {
    return ApiData.of(list.all().stream().map(PriceAnswer::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add a price from a time on; the one before it ends there")
  ApiData<PriceAnswer> add(@RequestBody PriceRequest asked) {
    return ApiData.of(PriceAnswer.of(list.add(asked.newPrice())));
  }
}
