package dev.hitlai.billing.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.internal.BillingSettings;
import dev.hitlai.billing.internal.InvoicePaper;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
  private static final int ROWS = 25;
  private static final int LAST_PAGE = 10_000;

  private final Charges charges;
  private final Invoices invoices;
  private final Payments payments;
  private final InvoicePaper paper;
  private final Companies companies;
  private final BillingSettings settings;

  CompanyBillingController(
      Charges charges,
      Invoices invoices,
      Payments payments,
      InvoicePaper paper,
      Companies companies,
      BillingSettings settings) {
    this.charges = charges;
    this.invoices = invoices;
    this.payments = payments;
    this.paper = paper;
    this.companies = companies;
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
      @RequestParam(defaultValue = "") String provider,
      RedirectAttributes redirect) {
    try {
      return "redirect:"
          + PAYMENTS
          + payments.payInvoice(user, id, provider, CompanyBillingController::back);
    } catch (ApiProblem refused) {
      if (refused.code() == dev.hitlai.api.ErrorCode.NOT_FOUND) {
        throw refused;
      }
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
      return "redirect:/company/billing/invoices/" + id;
    }
  }

  @GetMapping("/payments/{id}")
  String payment(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    model.addAttribute("payment", payments.find(user.requireCompany(), id));
    model.addAttribute("bankDetails", settings.bankDetails());
    return "billing/payment";
  }

  @GetMapping("/invoices/{id}")
  String invoice(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    model.addAttribute("invoice", invoices.find(user.requireCompany(), id));
    model.addAttribute("lines", invoices.lines(id));
    model.addAttribute("providers", payments.offered());
    model.addAttribute("issuer", settings.issuer());
    return "billing/invoice";
  }

  @GetMapping("/invoices/{id}/pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    var invoice = invoices.find(user.requireCompany(), id);
    String company = companies.find(user.requireCompany()).map(Companies.Company::name).orElse("");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(invoice.number() + ".pdf").build().toString())
        .body(paper.print(invoice, invoices.lines(id), company));
  }

  private String home(
      CurrentUser user, Page page, Model model, int number, String amount, Problems problems) {
    UUID company = user.requireCompany();
    int shown = Math.clamp(number, 1, LAST_PAGE);
    var statement = charges.statement(company, ROWS, (shown - 1) * ROWS);
    model.addAttribute("balance", charges.balance(company));
    model.addAttribute("usage", invoices.usage(company));
    model.addAttribute("invoices", invoices.of(company));
    model.addAttribute("payments", payments.of(company));
    model.addAttribute("providers", payments.offered());
    model.addAttribute("statement", statement);
    model.addAttribute("pager", new Pager(page.address(), shown, ROWS, statement.total()));
    model.addAttribute("amount", amount);
    model.addAttribute("problems", problems);
    return "billing/company";
  }

  private static String back(UUID paymentId) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path(PAYMENTS + paymentId)
        .toUriString();
  }
}
