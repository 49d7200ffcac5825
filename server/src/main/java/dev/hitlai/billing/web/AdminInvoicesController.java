package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.internal.CreditNotes;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
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

/** An invoice as administrators see it: what settles it, credit notes, its end. */
@Controller
@RequestMapping("/admin/billing/invoices/{id}")
class AdminInvoicesController {
  private final Invoices invoices;
  private final CreditNotes credits;
  private final Payments payments;
  private final Companies companies;
  private final InvoicePdf pdf;

  AdminInvoicesController(
      Invoices invoices,
      CreditNotes credits,
      Payments payments,
      Companies companies,
      InvoicePdf pdf) {
    this.invoices = invoices;
    this.credits = credits;
    this.payments = payments;
    this.companies = companies;
    this.pdf = pdf;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    var invoice = invoices.find(id);
    model.addAttribute("invoice", invoice);
    model.addAttribute("lines", invoices.lines(id));
    model.addAttribute("credits", credits.of(id));
    model.addAttribute("payments", payments.ofInvoice(id));
    model.addAttribute(
        "company", companies.find(invoice.companyId()).map(Companies.Company::name).orElse("–"));
    return "billing/admin-invoice";
  }

  @GetMapping("/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return pdf.answer(invoices.find(id).companyId(), id);
  }

  @PostMapping("/credit-notes")
  String credit(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID once,
      RedirectAttributes redirect) {
    try {
      boolean written = credits.write(user.userId(), id, once, Refused.amount(amount), reason);
      redirect.addFlashAttribute(
          Flash.KEY,
          written
              ? Flash.success("The credit note is written, and the company is told.")
              : Flash.info("That credit note was written before."));
    } catch (ApiProblem refused) {
      Refused.say(refused, redirect);
      redirect.addFlashAttribute("amount", amount);
      redirect.addFlashAttribute("reason", reason);
    }
    return "redirect:/admin/billing/invoices/" + id;
  }

  @PostMapping("/cancellation")
  String cancel(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID once,
      RedirectAttributes redirect) {
    try {
      credits.cancel(user.userId(), id, once, reason);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.success("The invoice is cancelled, and the company is told."));
    } catch (ApiProblem refused) {
      Refused.say(refused, redirect);
      redirect.addFlashAttribute("why", reason);
    }
    return "redirect:/admin/billing/invoices/" + id;
  }
}
