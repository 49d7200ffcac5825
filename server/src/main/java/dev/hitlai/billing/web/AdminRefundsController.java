package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.billing.internal.Refunds;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments that came, and what goes back of them. */
@Controller
@RequestMapping("/admin/billing")
class AdminRefundsController {
  private final Payments payments;
  private final Refunds refunds;
  private final Companies companies;

  AdminRefundsController(Payments payments, Refunds refunds, Companies companies) {
    this.payments = payments;
    this.refunds = refunds;
    this.companies = companies;
  }

  @GetMapping("/payments/{id}")
  String show(@PathVariable UUID id, Model model) {
    var payment = payments.find(id);
    model.addAttribute("payment", payment);
    model.addAttribute("refunds", refunds.of(id));
    model.addAttribute("possible", refunds.possible(id));
    model.addAttribute(
        "company", companies.find(payment.companyId()).map(Companies.Company::name).orElse("–"));
    return "billing/admin-payment";
  }

  @PostMapping("/payments/{id}/refunds")
  String give(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID once,
      RedirectAttributes redirect) {
    try {
      var refund = refunds.give(user.userId(), id, once, Refused.amount(amount), reason);
      redirect.addFlashAttribute(Flash.KEY, outcome(refund));
    } catch (ApiProblem refused) {
      Refused.say(refused, redirect);
      redirect.addFlashAttribute("amount", amount);
      redirect.addFlashAttribute("reason", reason);
    }
    return "redirect:/admin/billing/payments/" + id;
  }

  private static Flash outcome(Refunds.Refund refund) {
    return switch (refund.status()) {
      case "paid" -> Flash.success("The money is on its way back.");
      case "failed" -> Flash.error("Not given back. " + refund.note());
      default ->
          refund.isToBeSent()
              ? Flash.info("Transfer it, and note below that you did.")
              : Flash.info("Asked for. The provider's answer is waited for.");
    };
  }

  /** A transfer was sent, or can't be. */
  @PostMapping("/refunds/{id}/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String sent,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    UUID payment = refunds.find(id).paymentId();
    try {
      refunds.decided(id, sent.equals("yes") ? null : reason);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("Noted."));
    } catch (ApiProblem refused) {
      Refused.say(refused, redirect);
    }
    return "redirect:/admin/billing/payments/" + payment;
  }
}
