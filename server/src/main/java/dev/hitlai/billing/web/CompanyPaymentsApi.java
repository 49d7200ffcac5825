package dev.hitlai.billing.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.billing.internal.CreditNotes;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Payments;
import dev.hitlai.billing.internal.Refunds;
import dev.hitlai.billing.web.BillingApi.InvoiceAnswer;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoices and payments of a company, for programs. Amounts are US dollars. */
@RestController
@RequestMapping("/api/company/billing")
@Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
@Tag(name = "Billing")
class CompanyPaymentsApi {
  private final Invoices invoices;
  private final CreditNotes credits;
  private final Payments payments;
  private final Refunds refunds;
  private final InvoicePdf pdf;

  CompanyPaymentsApi(
      Invoices invoices, CreditNotes credits, Payments payments, Refunds refunds, InvoicePdf pdf) {
    this.invoices = invoices;
    this.credits = credits;
    this.payments = payments;
    this.refunds = refunds;
    this.pdf = pdf;
  }

  /**
   * @param amount below zero for a charge that was taken back
   */
  record LineAnswer(Instant chargedAt, String description, BigDecimal amount) {}

  record CreditNoteAnswer(String number, BigDecimal amount, String reason, Instant issuedAt) {}

  /** An invoice with what it is made of. */
  record FullInvoice(
      InvoiceAnswer invoice, List<LineAnswer> lines, List<CreditNoteAnswer> creditNotes) {}

  /**
   * @param status pending, paid or failed
   */
  record RefundAnswer(UUID id, BigDecimal amount, String status, String reason, Instant at) {}

  /**
   * @param invoiceId null for a top-up
   * @param received what came of the amount so far
   * @param status pending, paid or failed
   * @param reference by which a bank transfer is recognised, or the provider's name of it
   * @param payUrl where to pay by card
   */
  record PaymentAnswer(
      UUID id,
      @Nullable UUID invoiceId,
      BigDecimal amount,
      BigDecimal received,
      String provider,
      String status,
      @Nullable String reference,
      @Nullable String payUrl,
      Instant createdAt,
      List<RefundAnswer> refunds) {}

  /**
   * A payment to begin.
   *
   * @param amount of an invoice a part of what is due, without it all of it
   * @param provider bank_transfer or stripe
   */
  record PaymentRequest(@Nullable BigDecimal amount, @Nullable String provider) {}

  @GetMapping("/invoices")
  @Operation(summary = "Your company's invoices, the latest first")
  ApiList<InvoiceAnswer> invoices(@AuthenticationPrincipal CurrentUser user, PageRequest page) {
    var company = user.requireCompany();
    return ApiList.of(
        invoices.of(company, page.limit(), page.offset()).stream().map(InvoiceAnswer::of).toList(),
        invoices.count(company),
        page);
  }

  @GetMapping("/invoices/{id}")
  @Operation(summary = "An invoice with its lines and credit notes")
  ApiData<FullInvoice> invoice(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    var invoice = invoices.find(user.requireCompany(), id);
    return ApiData.of(
        new FullInvoice(
            InvoiceAnswer.of(invoice),
            invoices.lines(id).stream()
                .map(line -> new LineAnswer(line.chargedAt(), line.description(), line.amount()))
                .toList(),
            credits.of(id).stream()
                .map(
                    note ->
                        new CreditNoteAnswer(
                            note.number(), note.amount(), note.reason(), note.issuedAt()))
                .toList()));
  }

  @GetMapping(path = "/invoices/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "An invoice as a PDF")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return pdf.answer(user.requireCompany(), id);
  }

  @PostMapping("/invoices/{id}/payments")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Pay an invoice, or a part of it",
      description =
          "Answers with the page to pay on (payUrl) or the words to give with a bank transfer"
              + " (reference). The payment counts when the money has come.")
  ApiData<PaymentAnswer> pay(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody PaymentRequest asked) {
    return answer(
        user,
        payments.payInvoice(
            user, id, asked.amount(), provider(asked), CompanyBillingController::back));
  }

  @PostMapping("/top-ups")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Top up your company's credit")
  ApiData<PaymentAnswer> topUp(
      @AuthenticationPrincipal CurrentUser user, @RequestBody PaymentRequest asked) {
    if (asked.amount() == null) {
      throw ApiProblem.invalid("amount", "is missing");
    }
    return answer(
        user,
        payments.topUp(user, asked.amount(), provider(asked), CompanyBillingController::back));
  }

  @GetMapping("/payments")
  @Operation(summary = "Your company's payments, the latest first")
  ApiList<PaymentAnswer> payments(@AuthenticationPrincipal CurrentUser user, PageRequest page) {
    var company = user.requireCompany();
    return ApiList.of(
        payments.of(company, page.limit(), page.offset()).stream().map(this::answer).toList(),
        payments.count(company),
        page);
  }

  @GetMapping("/payments/{id}")
  @Operation(summary = "How a payment stands")
  ApiData<PaymentAnswer> payment(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return answer(user, id);
  }

  private ApiData<PaymentAnswer> answer(CurrentUser user, UUID payment) {
    return ApiData.of(answer(payments.find(user.requireCompany(), payment)));
  }

  private PaymentAnswer answer(Payments.Payment payment) {
    return new PaymentAnswer(
        payment.id(),
        payment.invoiceId(),
        payment.amount(),
        payment.received(),
        payment.provider(),
        payment.status(),
        payment.reference(),
        payment.payUrl(),
        payment.createdAt(),
        refunds.of(payment.id()).stream()
            .map(
                refund ->
                    new RefundAnswer(
                        refund.id(),
                        refund.amount(),
                        refund.status(),
                        refund.reason(),
                        refund.begunAt()))
            .toList());
  }

  private static String provider(PaymentRequest asked) {
    return asked.provider() == null ? "" : asked.provider();
  }
}
