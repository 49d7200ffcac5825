package dev.hitlai.billing.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.billing.Statement;
import dev.hitlai.billing.internal.Holds;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.billing.internal.Payouts;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money, for programs. Amounts are US dollars. */
@RestController
@Tag(name = "Billing")
class BillingApi {
  private final Charges charges;
  private final Invoices invoices;
  private final Earnings earnings;
  private final Payouts payouts;
  private final Holds holds;

  BillingApi(Charges charges, Invoices invoices, Earnings earnings, Payouts payouts, Holds holds) {
    this.charges = charges;
    this.invoices = invoices;
    this.earnings = earnings;
    this.payouts = payouts;
    this.holds = holds;
  }

  /**
   * A line of a statement.
   *
   * @param amount above zero in your favour
   */
  record Entry(Instant at, String kind, String description, BigDecimal amount) {
    static List<Entry> of(Statement statement) {
      return statement.lines().stream()
          .map(line -> new Entry(line.at(), line.kind().code(), line.description(), line.amount()))
          .toList();
    }
  }

  /**
   * @param paid from credit or by payments
   * @param credited what credit notes took off it
   * @param status open, overdue, paid or cancelled
   */
  record InvoiceAnswer(
      UUID id,
      String number,
      String month,
      BigDecimal total,
      BigDecimal paid,
      BigDecimal credited,
      BigDecimal due,
      String status,
      Instant dueAt) {
    static InvoiceAnswer of(Invoices.Invoice invoice) {
      return new InvoiceAnswer(
          invoice.id(),
          invoice.number(),
          invoice.month().toString().substring(0, 7),
          invoice.total(),
          invoice.creditApplied().add(invoice.paid()),
          invoice.credited(),
          invoice.due(),
          invoice.status(),
          invoice.dueAt());
    }
  }

  /**
   * @param balance above zero you have credit, below you owe
   * @param chargedThisMonth since the month began (UTC)
   * @param entries newest first
   * @param total entries altogether
   */
  record CompanyAnswer(
      BigDecimal balance,
      BigDecimal chargedThisMonth,
      int chargesThisMonth,
      List<InvoiceAnswer> invoices,
      List<Entry> entries,
      int total) {}

  record PayoutAnswer(
      UUID id, BigDecimal amount, String method, String status, @Nullable String note, Instant at) {
    static PayoutAnswer of(Payouts.Payout payout) {
      return new PayoutAnswer(
          payout.id(),
          payout.amount(),
          payout.method(),
          payout.status(),
          payout.note(),
          payout.requestedAt());
    }
  }

  record HoldAnswer(String reference, BigDecimal amount, String reason, Instant since) {}

  /**
   * @param available can be paid out
   * @param held kept back while tests are looked into
   * @param onTheWay asked to be paid out
   * @param paid up to now
   */
  record EarningsAnswer(
      BigDecimal available,
      BigDecimal held,
      BigDecimal onTheWay,
      BigDecimal paid,
      BigDecimal smallestPayout,
      List<HoldAnswer> holds,
      List<PayoutAnswer> payouts,
      List<Entry> entries,
      int total) {}

  /** A payout to ask for: an IBAN for bank_transfer, an e-mail address for paypal. */
  record PayoutRequest(
      @Nullable BigDecimal amount, @Nullable String method, @Nullable String destination) {}

  @GetMapping("/api/company/billing")
  @Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
  @Operation(summary = "Balance, this month's usage, invoices and statement of your company")
  ApiData<CompanyAnswer> company(@AuthenticationPrincipal CurrentUser user, PageRequest page) {
    var company = user.requireCompany();
    var usage = invoices.usage(company);
    var statement = charges.statement(company, page.limit(), page.offset());
    return ApiData.of(
        new CompanyAnswer(
            charges.balance(company),
            usage.amount(),
            usage.charges(),
            invoices.of(company).stream().map(InvoiceAnswer::of).toList(),
            Entry.of(statement),
            statement.total()));
  }

  @GetMapping("/api/tester/earnings")
  @Access(tester = true)
  @Operation(summary = "Your balance, what is held and paid, and every entry")
  ApiData<EarningsAnswer> earnings(@AuthenticationPrincipal CurrentUser user, PageRequest page) {
    var tester = user.requireTester();
    var balance = earnings.balance(tester);
    var statement = earnings.statement(tester, page.limit(), page.offset());
    return ApiData.of(
        new EarningsAnswer(
            balance.available(),
            balance.held(),
            balance.onTheWay(),
            balance.paid(),
            payouts.smallest(),
            holds.of(tester).stream()
                .map(
                    hold ->
                        new HoldAnswer(
                            hold.reference(), hold.amount(), hold.reason(), hold.since()))
                .toList(),
            payouts.of(tester).stream().map(PayoutAnswer::of).toList(),
            Entry.of(statement),
            statement.total()));
  }

  @GetMapping("/api/tester/payouts")
  @Access(tester = true)
  @Operation(summary = "Your payouts, the latest first")
  ApiData<List<PayoutAnswer>> payouts(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(payouts.of(user.requireTester()).stream().map(PayoutAnswer::of).toList());
  }

  @PostMapping("/api/tester/payouts")
  @Access(tester = true)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask to be paid out")
  ApiData<PayoutAnswer> payOut(
      @AuthenticationPrincipal CurrentUser user, @RequestBody PayoutRequest asked) {
    if (asked.amount() == null) {
      throw ApiProblem.invalid("amount", "is missing");
    }
    return ApiData.of(
        PayoutAnswer.of(
            payouts.request(
                user.requireTester(),
                asked.amount(),
                Payouts.Method.of(asked.method() == null ? "" : asked.method()),
                asked.destination() == null ? "" : asked.destination())));
  }
}
