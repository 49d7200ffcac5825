package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.INVOICES;
import static dev.hitlai.billing.internal.jooq.Tables.PAYMENTS;

import dev.hitlai.api.ApiProblem;
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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies pay invoices and top up their credit. */
@Component
public class Payments {
  private static final int SHOWN = 50;

  /** The least part of an invoice that is paid on its own, in US dollars. */
  private static final BigDecimal LEAST = BigDecimal.ONE;

  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final List<PaymentProvider> providers;
  private final Receipts receipts;
  private final BillingSettings settings;
  private final Clock clock;

  Payments(
      DSLContext sql,
      TransactionTemplate transactions,
      List<PaymentProvider> providers,
      Receipts receipts,
      BillingSettings settings,
      Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.providers = List.copyOf(providers);
    this.receipts = receipts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param invoiceId null for a top-up
   * @param received what came of it so far
   * @param status pending, paid or failed; pending with something received waits for the rest
   * @param reference what the provider calls it; null when it never began
   * @param payUrl where to pay; null when not on the web
   */
  public record Payment(
      UUID id,
      UUID companyId,
      @Nullable UUID invoiceId,
      BigDecimal amount,
      BigDecimal received,
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
          row.getReceivedUsd(),
          row.getProvider(),
          row.getStatus(),
          row.getProviderReference(),
          row.getPayUrl(),
          row.getCreatedAt());
    }

    /** What is still awaited. */
    public BigDecimal rest() {
      return amount.subtract(received).max(BigDecimal.ZERO);
    }
  }

  /** The ways to pay that this installation offers. */
  public List<PaymentProvider> offered() {
    return providers.stream().filter(PaymentProvider::isOffered).toList();
  }

  /**
   * Begins to pay an invoice.
   *
   * @param amount a part of what is due; null for all of it
   * @param backUrl where people come back to; gets the payment's id
   * @return the payment's id
   * @throws ApiProblem when there is no such open invoice, it doesn't ask for that much or the
   *     provider can't take it
   */
  public UUID payInvoice(
      CurrentUser user,
      UUID invoiceId,
      @Nullable BigDecimal amount,
      String provider,
      Function<UUID, String> backUrl) {
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
      throw ApiProblem.conflict("This invoice is " + invoice.getStatus() + ".");
    }
    var due = Money.cents(Settlement.due(invoice));
    var part = amount == null ? due : amount;
    var least = LEAST.min(due);
    if (part.stripTrailingZeros().scale() > 2
        || part.compareTo(least) < 0
        || part.compareTo(due) > 0) {
      throw ApiProblem.invalid(
          "amount",
          "must be an amount from %s to %s in whole cents"
              .formatted(Say.money(least), Say.money(due)));
    }
    return begin(
        user, provider, Money.cents(part), invoiceId, "Invoice " + invoice.getNumber(), backUrl);
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
      transactions.executeWithoutResult(status -> receipts.failed(id));
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

  /**
   * Of any company that the asker may see.
   *
   * @throws ApiProblem when there is none
   */
  @Transactional(readOnly = true)
  public Payment find(UUID id) {
    return list(PAYMENTS.ID.eq(id), 1, 0).stream()
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("No payment has this id."));
  }

  /** The latest of a company. */
  @Transactional(readOnly = true)
  public List<Payment> of(UUID companyId) {
    return of(companyId, SHOWN, 0);
  }

  /** A part of a company's, the latest first. */
  @Transactional(readOnly = true)
  public List<Payment> of(UUID companyId, int limit, int offset) {
    return list(PAYMENTS.COMPANY_ID.eq(companyId), limit, offset);
  }

  @Transactional(readOnly = true)
  public int count(UUID companyId) {
    return sql.fetchCount(PAYMENTS, PAYMENTS.COMPANY_ID.eq(companyId));
  }

  /** Of an invoice, the latest first. */
  @Transactional(readOnly = true)
  public List<Payment> ofInvoice(UUID invoiceId) {
    return list(PAYMENTS.INVOICE_ID.eq(invoiceId), SHOWN, 0);
  }

  /** The latest of all companies of which something came. */
  @Transactional(readOnly = true)
  public List<Payment> received() {
    return list(PAYMENTS.RECEIVED_USD.gt(BigDecimal.ZERO), SHOWN, 0);
  }

  /** Bank transfers that are waited for, of all companies. */
  @Transactional(readOnly = true)
  public List<Payment> awaited() {
    return list(PAYMENTS.STATUS.eq("pending").and(PAYMENTS.PROVIDER.eq("bank_transfer")), SHOWN, 0);
  }

  private List<Payment> list(Condition which, int limit, int offset) {
    return sql.selectFrom(PAYMENTS)
        .where(which)
        .orderBy(PAYMENTS.CREATED_AT.desc(), PAYMENTS.ID)
        .limit(limit)
        .offset(offset)
        .fetch(Payment::of);
  }
}
