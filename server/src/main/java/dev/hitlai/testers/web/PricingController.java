package dev.hitlai.testers.web;

import dev.hitlai.testers.PlatformPhase;
import dev.hitlai.testers.PriceList;
import dev.hitlai.testers.Prices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What tests cost, for everybody. */
@Controller
class PricingController {
  private final PriceList list;
  private final Prices prices;
  private final PlatformPhase phase;

  PricingController(PriceList list, Prices prices, PlatformPhase phase) {
    this.list = list;
    this.prices = prices;
    this.phase = phase;
  }

  @GetMapping("/pricing")
  String show(@ModelAttribute("form") CalculatorForm form, Model model) {
    var inForce = list.inForce();
    model.addAttribute("rows", PricingRow.of(inForce));
    model.addAttribute("phases", PricingRow.phases(inForce, phase.current()));
    model.addAttribute("quote", prices.quote(form.order(phase.current())));
    return "testers/pricing";
  }
}
