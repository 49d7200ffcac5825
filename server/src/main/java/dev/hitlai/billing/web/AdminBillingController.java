package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.internal.AccountKind;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Ledger;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.billing.internal.Receipts;
import dev.hitlai.billing.internal.Refunds;
import dev.hitlai.identity.Companies;
import dev.hitlai.web.view.Flash;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What companies owe us, and the books as a whole. */
@Controller
@RequestMapping("/admin/billing")
class AdminBillingController {
  private static final String HOME = "redirect:/admin/billing";

  private final Payments payments;
  private final Receipts receipts;
  private final Refunds refunds;
  private final Invoices invoices;
  private final Ledger ledger;
  private final Charges charges;
  private final Companies companies;
  private final TransactionTemplate transactions;

  AdminBillingController(
      Payments payments,
      Receipts receipts,
      Refunds refunds,
      Invoices invoices,
      Ledger ledger,
      Charges charges,
      Companies companies,
      TransactionTemplate transactions) {
    this.payments = payments;
    this.receipts = receipts;
    this.refunds = refunds;
    this.invoices = invoices;
    this.ledger = ledger;
    this.charges = charges;
    this.companies = companies;
    this.transactions = transactions;
  }

  @GetMapping
  String show(Model model) {
    var awaited = payments.awaited();
    var received = payments.received();
    var open = invoices.open();
    var settled = invoices.settled();
    var pending = refunds.pending();
    var ids = new LinkedHashSet<UUID>();
    awaited.forEach(payment -> ids.add(payment.companyId()));
    received.forEach(payment -> ids.add(payment.companyId()));
    open.forEach(invoice -> ids.add(invoice.companyId()));
    settled.forEach(invoice -> ids.add(invoice.companyId()));
    pending.forEach(refund -> ids.add(refund.companyId()));
    model.addAttribute("awaited", awaited);
    model.addAttribute("received", received);
    model.addAttribute("open", open);
    model.addAttribute("settled", settled);
    model.addAttribute("refunds", pending);
    model.addAttribute("companies", companies.all(ids));
    model.addAttribute("books", books());
    return "billing/admin";
  }

  /** Every kind of account with its balance, in words. */
  private Map<String, BigDecimal> books() {
    var books = new LinkedHashMap<String, BigDecimal>();
    for (AccountKind kind : AccountKind.values()) {
      String words = kind.code().replace('_', ' ');
      books.put(
          words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), ledger.total(kind));
    }
    return books;
  }

  @PostMapping("/payments/{id}/arrival")
  String arrived(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam UUID once,
      RedirectAttributes redirect) {
    try {
      boolean noted = receipts.arrived(id, Refused.amount(amount), once);
      redirect.addFlashAttribute(
          Flash.KEY,
          noted
              ? Flash.success("Noted: the money is there.")
              : Flash.info("That was noted before."));
    } catch (ApiProblem refused) {
      Refused.say(refused, redirect);
    }
    return HOME;
  }

  @PostMapping("/credits")
  String credit(
      @RequestParam(defaultValue = "") String company,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam UUID once,
      RedirectAttributes redirect) {
    try {
      grant(company, amount, reason, once);
      redirect.addFlashAttribute(Flash.KEY, Flash.success("The credit is granted."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      redirect.addFlashAttribute("company", company);
      redirect.addFlashAttribute("amount", amount);
      redirect.addFlashAttribute("reason", reason);
    }
    return HOME;
  }

  private void grant(String company, String amount, String reason, UUID once) {
    UUID id;
    try {
      id = UUID.fromString(company.strip());
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("company", "must be the id of a company");
    }
    if (companies.find(id).isEmpty()) {
      throw ApiProblem.invalid("company", "must be the id of a company");
    }
    if (reason.isBlank() || reason.length() > 300) {
      throw ApiProblem.invalid("reason", "must say why, in at most 300 characters");
    }
    var value = Refused.amount(amount);
    if (value.signum() == 0) {
      throw ApiProblem.invalid("amount", "must be more than nothing");
    }
    // The form carries its reference, so that sending it twice grants once.
    transactions.executeWithoutResult(
        status -> charges.credit(id, "granted:" + once, value, reason.strip()));
  }
}
