package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.PAYOUTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.internal.jooq.tables.records.PayoutsRecord;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.web.view.Say;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Testers ask for their money, administrators send it. The money leaves the balance at once. */
@Component
public class Payouts {
  private static final int SHOWN = 100;

  private final DSLContext sql;
  private final Ledger ledger;
  private final BillingSettings settings;
  private final Clock clock;

  Payouts(DSLContext sql, Ledger ledger, BillingSettings settings, Clock clock) {
    this.sql = sql;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  /** How money goes to a tester. */
  public enum Method {
    BANK_TRANSFER("Bank transfer", "[A-Z]{2}\\d{2}[A-Z0-9]{10,30}"),
    PAYPAL("PayPal", "[^@\\s]{1,100}@[^@\\s]{1,90}");

    private final String label;
    private final String destination;

    Method(String label, String destination) {
      this.label = label;
      this.destination = destination;
    }

    /** As people read it. */
    public String label() {
      return label;
    }

    /** As the schema and the API spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String checked(String entered) {
      String clean =
          this == BANK_TRANSFER
              ? entered.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT)
              : entered.strip();
      if (!clean.matches(destination)) {
        throw ApiProblem.invalid(
            "destination",
            this == BANK_TRANSFER
                ? "must be an IBAN, such as DE89 3704 0044 0532 0130 00"
                : "must be the e-mail address of a PayPal account");
      }
      return clean;
    }

    /**
     * @throws ApiProblem when there is none of this name
     */
    public static Method of(String code) {
      for (Method method : values()) {
        if (method.code().equals(code)) {
          return method;
        }
      }
      throw ApiProblem.invalid("method", "must be bank_transfer or paypal");
    }
  }

  /**
   * @param status requested, approved, paid or rejected
   * @param note why it was rejected, or what the administrator wrote
   */
  public record Payout(
      UUID id,
      UUID testerId,
      BigDecimal amount,
      String method,
      String destination,
      String status,
      @Nullable String note,
      Instant requestedAt,
      @Nullable Instant paidAt) {
    public boolean isOpen() {
      return status.equals("requested") || status.equals("approved");
    }
  }

  public BigDecimal smallest() {
    return settings.smallestPayout();
  }

  /**
   * Asks for money; as the tester.
   *
   * @throws ApiProblem when it is less than the smallest payout, more than is there, or the
   *     destination isn't one
   */
  @Transactional
  public Payout request(UUID testerId, BigDecimal amount, Method method, String destination) {
    String to = method.checked(destination);
    if (amount.stripTrailingZeros().scale() > 2
        || amount.compareTo(settings.smallestPayout()) < 0) {
      throw ApiProblem.invalid(
          "amount",
          "must be at least %s, in whole cents".formatted(Say.money(settings.smallestPayout())));
    }
    // One request of a tester at a time: two at once can't both take the last dollar.
    sql.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "payout:" + testerId);
    var available = ledger.ofTester(AccountKind.TESTER_PAYABLE, testerId);
    if (amount.compareTo(available) > 0) {
      throw ApiProblem.invalid(
          "amount", "must not be more than the %s that you have".formatted(Say.money(available)));
    }
    var row =
        sql.insertInto(PAYOUTS)
            .set(PAYOUTS.TESTER_ID, testerId)
            .set(PAYOUTS.AMOUNT_USD, amount)
            .set(PAYOUTS.METHOD, method.code())
            .set(PAYOUTS.DESTINATION, to)
            .set(PAYOUTS.REQUESTED_AT, clock.instant())
            .returning()
            .fetchSingle();
    move(row, PostingKind.PAYOUT_REQUESTED, AccountKind.TESTER_PAYABLE, AccountKind.TESTER_PAYOUT);
    return payout(row);
  }

  /** An administrator agrees to pay. */
  @Transactional
  public void approve(CurrentUser by, UUID id) {
    decide(by, id, "approved", PAYOUTS.STATUS.eq("requested"), null);
  }

  /** The money was sent. */
  @Transactional
  public void paid(CurrentUser by, UUID id) {
    var row = decide(by, id, "paid", PAYOUTS.STATUS.eq("approved"), null);
    move(row, PostingKind.PAYOUT_PAID, AccountKind.TESTER_PAYOUT, AccountKind.CASH);
  }

  /**
   * The money goes back to the tester's balance.
   *
   * @param why as the tester reads it
   */
  @Transactional
  public void reject(CurrentUser by, UUID id, String why) {
    if (why.isBlank() || why.length() > 500) {
      throw ApiProblem.invalid("note", "must say why, in at most 500 characters");
    }
    var row = decide(by, id, "rejected", PAYOUTS.STATUS.in("requested", "approved"), why.strip());
    move(row, PostingKind.PAYOUT_REJECTED, AccountKind.TESTER_PAYOUT, AccountKind.TESTER_PAYABLE);
  }

  private PayoutsRecord decide(
      CurrentUser by, UUID id, String status, Condition from, @Nullable String note) {
    var now = clock.instant();
    var row =
        sql.update(PAYOUTS)
            .set(PAYOUTS.STATUS, status)
            .set(PAYOUTS.DECIDED_BY, by.userId())
            .set(PAYOUTS.DECIDED_AT, now)
            .set(PAYOUTS.NOTE, note)
            .set(PAYOUTS.PAID_AT, status.equals("paid") ? now : null)
            .where(PAYOUTS.ID.eq(id))
            .and(from)
            .returning()
            .fetchOne();
    if (row == null) {
      throw ApiProblem.conflict("This payout can't become " + status + " any more.");
    }
    return row;
  }

  private void move(PayoutsRecord row, PostingKind kind, AccountKind from, AccountKind to) {
    ledger.post(
        Posting.tester(kind, row.getTesterId(), kind.code() + ":" + row.getId(), kind.label())
            .debit(from, row.getAmountUsd())
            .credit(to, row.getAmountUsd())
            .build());
  }

  /** A tester's, newest first. */
  @Transactional(readOnly = true)
  public List<Payout> of(UUID testerId) {
    return list(PAYOUTS.TESTER_ID.eq(testerId));
  }

  /** Everybody's that wait for an administrator; or the ones that are over. */
  @Transactional(readOnly = true)
  public List<Payout> all(boolean open) {
    var waits = PAYOUTS.STATUS.in("requested", "approved");
    return list(open ? waits : waits.not());
  }

  private List<Payout> list(Condition which) {
    return sql.selectFrom(PAYOUTS)
        .where(which)
        .orderBy(PAYOUTS.REQUESTED_AT.desc(), PAYOUTS.ID.desc())
        .limit(SHOWN)
        .fetch(Payouts::payout);
  }

  private static Payout payout(PayoutsRecord row) {
    return new Payout(
        row.getId(),
        row.getTesterId(),
        row.getAmountUsd(),
        row.getMethod(),
        row.getDestination(),
        row.getStatus(),
        row.getNote(),
        row.getRequestedAt(),
        row.getPaidAt());
  }
}
