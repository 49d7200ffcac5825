package dev.hitlai.testers.web;

import dev.hitlai.testers.PlatformPhase;
import dev.hitlai.testers.PriceList;
import dev.hitlai.testers.Prices;
import dev.hitlai.web.ProgramOffers;
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
  private final ProgramOffers programs;

  PricingController(PriceList list, Prices prices, PlatformPhase phase, ProgramOffers programs) {
    this.list = list;
    this.prices = prices;
    this.phase = phase;
    this.programs = programs;
  }

  @GetMapping("/pricing")
  String show(@ModelAttribute("form") CalculatorForm form, Model model) {
    var inForce = list.inForce();
    model.addAttribute("rows", PricingRow.of(inForce));
    model.addAttribute("phases", PricingRow.phases(inForce, phase.current()));
    model.addAttribute("quote", prices.quote(form.order(phase.current())));
    model.addAttribute("offers", programs.companies());
    return "testers/pricing";
  }
}
