package dev.hitlai.testers.web;

import dev.hitlai.testers.PriceList.Price;
import dev.hitlai.testers.PricedItem;
import dev.hitlai.testers.Prices;
import dev.hitlai.web.view.PhaseBanner;
import dev.hitlai.web.view.Say;
import java.util.List;

/**
 * A line of the public price list.
 *
 * @param note what changes the price
 */
public record PricingRow(String label, String price, String note) {

  /** What a test by our own AI costs in a phase of the platform. */
  public record PhasePrice(int number, String name, String price, String from, boolean current) {}

  static List<PricingRow> of(List<Price> prices) {
    return prices.stream()
        .map(price -> new PricingRow(price.item().label(), Say.money(price.base()), note(price)))
        .toList();
  }

  private static String note(Price price) {
    String volume =
        price.volumeThreshold() == null
            ? ""
            : "%s %% less from %s tests a month"
                .formatted(
                    price.volumePercent().stripTrailingZeros().toPlainString(),
                    Say.count(price.volumeThreshold()));
    String phase = price.item().fallsWithThePhase() ? "Falls with the platform's phase" : "";
    return phase.isEmpty() || volume.isEmpty() ? phase + volume : phase + "; " + volume;
  }

  static List<PhasePrice> phases(List<Price> prices, int current) {
    return prices.stream()
        .filter(price -> price.item().equals(PricedItem.OWN_AI))
        .findFirst()
        .map(
            price ->
                PhaseBanner.PHASES.stream()
                    .map(
                        phase ->
                            new PhasePrice(
                                phase.number(),
                                phase.name(),
                                Say.money(
                                    price.base().multiply(Prices.phaseFactor(phase.number()))),
                                phase.from() == 0
                                    ? "from day one"
                                    : "from " + Say.count(phase.from()) + " completed tests",
                                phase.number() == current))
                    .toList())
        .orElse(List.of());
  }
}
