package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.internal.BillingSettings;
import dev.hitlai.billing.internal.CreditNotes;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.billing.internal.Refunds;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a company owes and pays; for its owners and administrators. */
@Controller
@RequestMapping("/company/billing")
@Access(company = CompanyRole.ADMIN)
class CompanyBillingController {
  private static final String PAYMENTS = "/company/billing/payments/";

  private final Charges charges;
  private final Invoices invoices;
  private final Payments payments;
  private final CreditNotes credits;
  private final Refunds refunds;
  private final InvoicePdf pdf;
  private final BillingSettings settings;

  CompanyBillingController(
      Charges charges,
      Invoices invoices,
      Payments payments,
      CreditNotes credits,
      Refunds refunds,
      InvoicePdf pdf,
      BillingSettings settings) {
    this.charges = charges;
    this.invoices = invoices;
    this.payments = payments;
    this.credits = credits;
    this.refunds = refunds;
    this.pdf = pdf;
    this.settings = settings;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      @RequestParam(name = "page", defaultValue = "1") int number) {
    return home(user, page, model, number, "", Problems.none());
  }

  @PostMapping("/top-up")
  String topUp(
      @AuthenticationPrincipal CurrentUser user,
      Page page,
      Model model,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String provider) {
    try {
      var id =
          payments.topUp(user, Refused.amount(amount), provider, CompanyBillingController::back);
      return "redirect:" + PAYMENTS + id;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return home(user, page, model, 1, amount, Refused.problems(refused));
    }
  }

  @PostMapping("/invoices/{id}/payment")
  String pay(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String provider,
      RedirectAttributes redirect) {
    try {
      var part = amount.isBlank() ? null : Refused.amount(amount);
      return "redirect:"
          + PAYMENTS
          + payments.payInvoice(user, id, part, provider, CompanyBillingController::back);
    } catch (ApiProblem refused) {
      if (refused.code() == dev.hitlai.api.ErrorCode.NOT_FOUND) {
        throw refused;
      }
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      redirect.addFlashAttribute("amount", amount);
      return "redirect:/company/billing/invoices/" + id;
    }
  }

  @GetMapping("/payments/{id}")
  String payment(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    model.addAttribute("payment", payments.find(user.requireCompany(), id));
    model.addAttribute("refunds", refunds.of(id));
    model.addAttribute("bankDetails", settings.bankDetails());
    return "billing/payment";
  }

  @GetMapping("/invoices/{id}")
  String invoice(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    model.addAttribute("invoice", invoices.find(user.requireCompany(), id));
    model.addAttribute("lines", invoices.lines(id));
    model.addAttribute("credits", credits.of(id));
    model.addAttribute("providers", payments.offered());
    model.addAttribute("issuer", settings.issuer());
    return "billing/invoice";
  }

  @GetMapping("/invoices/{id}/pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return pdf.answer(user.requireCompany(), id);
  }

  private String home(
      CurrentUser user, Page page, Model model, int number, String amount, Problems problems) {
    UUID company = user.requireCompany();
    model.addAttribute("balance", charges.balance(company));
    model.addAttribute("usage", invoices.usage(company));
    model.addAttribute("invoices", invoices.of(company));
    model.addAttribute("payments", payments.of(company));
    model.addAttribute("providers", payments.offered());
    StatementPart.show(
        model, page, number, (limit, offset) -> charges.statement(company, limit, offset));
    model.addAttribute("amount", amount);
    model.addAttribute("problems", problems);
    return "billing/company";
  }

  static String back(UUID paymentId) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path(PAYMENTS + paymentId)
        .toUriString();
  }
}
