package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.internal.PaymentProvider.PaymentFailed;
import dev.hitlai.billing.internal.jooq.tables.records.PaymentsRecord;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies pay invoices and top up their credit. */
@Component
public class Payments {
  private static final int SHOWN = 50;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final List<PaymentProvider> providers;
  private final CompanyBook book;
  private final BillingSettings settings;
  private final Clock clock;

  Payments(
      DSLContext sql,
      TransactionTemplate transactions,
      List<PaymentProvider> providers,
      CompanyBook book,
      BillingSettings settings,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.providers = List.copyOf(providers);
    this.book = book;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param invoiceId null for a top-up
   * @param status pending, paid or failed
   * @param reference what the provider calls it; null when it never began
   * @param payUrl where to pay; null when not on the web
   */
  public record Payment(
      UUID id,
      UUID companyId,
      @Nullable UUID invoiceId,
      BigDecimal amount,
      String provider,
      String status,
      @Nullable String reference,
      @Nullable String payUrl,
      Instant createdAt) {
    static Payment of(PaymentsRecord row) {
      return new Payment(
          row.getId(),
          row.getCompanyId(),
          row.getInvoiceId(),
          row.getAmountUsd(),
          row.getProvider(),
          row.getStatus(),
          row.getProviderReference(),
          row.getPayUrl(),
          row.getCreatedAt());
    }
  }

  /** The ways to pay that this installation offers. */
  public List<PaymentProvider> offered() {
    return providers.stream().filter(PaymentProvider::isOffered).toList();
  }

  /**
   * Begins to pay an invoice.
   *
   * @param backUrl where people come back to; gets the payment's id
   * @return the payment's id
   * @throws ApiProblem when there is no such open invoice or the provider can't take it
   */
  public UUID payInvoice(
      CurrentUser user, UUID invoiceId, String provider, Function<UUID, String> backUrl) {
    var invoice =
        transactions.execute(
            status ->
                sql.selectFrom(INVOICES)
                    .where(INVOICES.ID.eq(invoiceId))
                    .and(INVOICES.COMPANY_ID.eq(user.requireCompany()))
                    .fetchOne());
    if (invoice == null) {
      throw ApiProblem.notFound("No invoice has this id.");
    }
    if (!invoice.getStatus().equals("open")) {
      throw ApiProblem.conflict("This invoice is paid.");
    }
    var due = invoice.getTotalUsd().subtract(invoice.getCreditAppliedUsd());
    return begin(user, provider, due, invoiceId, "Invoice " + invoice.getNumber(), backUrl);
  }

  /**
   * Begins a top-up.
   *
   * @throws ApiProblem when the amount isn't allowed or the provider can't take it
   */
  public UUID topUp(
      CurrentUser user, BigDecimal amount, String provider, Function<UUID, String> backUrl) {
    if (amount.stripTrailingZeros().scale() > 2
        || amount.compareTo(settings.smallestTopUp()) < 0
        || amount.compareTo(settings.largestTopUp()) > 0) {
      throw ApiProblem.invalid(
          "amount",
          "must be an amount from %s to %s in whole cents"
              .formatted(Say.money(settings.smallestTopUp()), Say.money(settings.largestTopUp())));
    }
    return begin(user, provider, Money.cents(amount), null, "Credit for tests", backUrl);
  }

  private UUID begin(
      CurrentUser user,
      String code,
      BigDecimal amount,
      @Nullable UUID invoiceId,
      String description,
      Function<UUID, String> backUrl) {
    var provider =
        offered().stream()
            .filter(offer -> offer.code().equals(code))
            .findFirst()
            .orElseThrow(() -> ApiProblem.invalid("provider", "must be a way to pay offered here"));
    // Written down before the provider hears of it: its answer may overtake us.
    var id = UUID.randomUUID();
    transactions.executeWithoutResult(
        status ->
            sql.insertInto(PAYMENTS)
                .set(PAYMENTS.ID, id)
                .set(PAYMENTS.COMPANY_ID, user.requireCompany())
                .set(PAYMENTS.PURPOSE, invoiceId == null ? "top_up" : "invoice")
                .set(PAYMENTS.INVOICE_ID, invoiceId)
                .set(PAYMENTS.AMOUNT_USD, amount)
                .set(PAYMENTS.PROVIDER, code)
                .set(PAYMENTS.CREATED_BY, user.userId())
                .set(PAYMENTS.CREATED_AT, clock.instant())
                .execute());
    try {
      var begun =
          provider.begin(new PaymentProvider.Order(id, amount, description, backUrl.apply(id)));
      transactions.executeWithoutResult(
          status ->
              sql.update(PAYMENTS)
                  .set(PAYMENTS.PROVIDER_REFERENCE, begun.reference())
                  .set(PAYMENTS.PAY_URL, begun.payUrl())
                  .where(PAYMENTS.ID.eq(id))
                  .execute());
      return id;
    } catch (PaymentFailed failure) {
      transactions.executeWithoutResult(status -> failed(id));
      throw new ApiProblem(
          dev.hitlai.api.ErrorCode.UNAVAILABLE, String.valueOf(failure.getMessage()));
    }
  }

  @Transactional(readOnly = true)
  public Payment find(UUID companyId, UUID id) {
    return sql.selectFrom(PAYMENTS)
        .where(PAYMENTS.ID.eq(id).and(PAYMENTS.COMPANY_ID.eq(companyId)))
        .fetchOptional(Payment::of)
        .orElseThrow(() -> ApiProblem.notFound("No payment has this id."));
  }

  /** The latest of a company. */
  @Transactional(readOnly = true)
  public List<Payment> of(UUID companyId) {
    return list(PAYMENTS.COMPANY_ID.eq(companyId));
  }

  /** Bank transfers that are waited for, of all companies. */
  @Transactional(readOnly = true)
  public List<Payment> awaited() {
    return list(PAYMENTS.STATUS.eq("pending").and(PAYMENTS.PROVIDER.eq("bank_transfer")));
  }

  private List<Payment> list(Condition which) {
    return sql.selectFrom(PAYMENTS)
        .where(which)
        .orderBy(PAYMENTS.CREATED_AT.desc())
        .limit(SHOWN)
        .fetch(Payment::of);
  }

  /** What a payment is about; null when there is none of that id. */
  @Transactional(readOnly = true)
  public @Nullable BigDecimal amountOf(UUID id) {
    return sql.select(PAYMENTS.AMOUNT_USD)
        .from(PAYMENTS)
        .where(PAYMENTS.ID.eq(id))
        .fetchOne(PAYMENTS.AMOUNT_USD);
  }

  /** An administrator saw a bank transfer arrive. */
  @Transactional
  public boolean arrived(UUID id) {
    return received(id);
  }

  /**
   * The money came: posts it and settles the invoice. Also when the payment was given up before.
   *
   * @return whether this call noted it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean received(UUID id) {
    var payment =
        sql.update(PAYMENTS)
            .set(PAYMENTS.STATUS, "paid")
            .set(PAYMENTS.PAID_AT, clock.instant())
            .where(PAYMENTS.ID.eq(id))
            .and(PAYMENTS.STATUS.ne("paid"))
            .returning()
            .fetchOne();
    if (payment == null) {
      return false;
    }
    UUID invoiceId = payment.getInvoiceId();
    int settled =
        invoiceId == null
            ? 0
            : sql.update(INVOICES)
                .set(INVOICES.STATUS, "paid")
                .set(INVOICES.PAID_AT, clock.instant())
                .where(INVOICES.ID.eq(invoiceId))
                .and(INVOICES.STATUS.eq("open"))
                .execute();
    // An invoice that was paid twice: the second payment is credit, nothing is lost.
    var kind = settled == 1 ? PostingKind.PAYMENT : PostingKind.TOP_UP;
    book.received(
        kind,
        payment.getCompanyId(),
        id.toString(),
        payment.getAmountUsd(),
        kind == PostingKind.PAYMENT ? "Payment of an invoice" : "Credit for tests");
    return true;
  }

  /**
   * The payment won't come.
   *
   * @return whether it was waited for until now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean failed(UUID id) {
    return sql.update(PAYMENTS)
            .set(PAYMENTS.STATUS, "failed")
            .where(PAYMENTS.ID.eq(id))
            .and(PAYMENTS.STATUS.eq("pending"))
            .execute()
        == 1;
  }
}
