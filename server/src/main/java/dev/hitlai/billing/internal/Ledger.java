package dev.hitlai.billing.internal;

import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ACCOUNTS;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_ENTRIES;
import static dev.hitlai.billing.internal.jooq.Tables.LEDGER_TRANSACTIONS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.hitlai.billing.PostingKind;
import dev.hitlai.billing.Statement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The double-entry ledger. Every posting adds up to zero and is made once for each reference; the
 * database keeps both rules too, and lets nobody change what was posted. A balance is the sum of
 * the entries that the one who asks may see.
 */
@Component
public class Ledger {
  private final DSLContext sql;
  private final Clock clock;

  Ledger(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Posts in the caller's transaction, whoever's it is.
   *
   * @return the transaction's id; empty, with nothing changed, when the reference was posted before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> post(Posting posting) {
    // Through a function of the database: the application has no right to write these tables, and
    // a tester's transaction couldn't see the platform's accounts.
    var id =
        sql.fetchValue(
            "select billing.post(?, ?, ?, cast(? as uuid), cast(? as uuid), cast(? as timestamptz),"
                + " cast(? as text[]), cast(? as numeric[]))",
            posting.kind().code(),
            posting.reference(),
            posting.description(),
            posting.companyId(),
            posting.testerId(),
            clock.instant().atOffset(ZoneOffset.UTC),
            posting.entries().stream().map(entry -> entry.account().code()).toArray(String[]::new),
            posting.entries().stream().map(Posting.Entry::amount).toArray(BigDecimal[]::new));
    return Optional.ofNullable((UUID) id);
  }

  /** Above zero: the company has credit; below: it owes. */
  @Transactional(readOnly = true)
  public BigDecimal ofCompany(UUID companyId) {
    return balance(AccountKind.COMPANY, LEDGER_ACCOUNTS.COMPANY_ID.eq(companyId));
  }

  @Transactional(readOnly = true)
  public BigDecimal ofTester(AccountKind kind, UUID testerId) {
    return balance(kind, LEDGER_ACCOUNTS.TESTER_ID.eq(testerId));
  }

  /** What a tester was paid altogether. */
  @Transactional(readOnly = true)
  public BigDecimal paidTo(UUID testerId) {
    return Money.cents(
        sql.select(coalesce(sum(LEDGER_ENTRIES.AMOUNT_USD), inline(BigDecimal.ZERO)))
            .from(LEDGER_ENTRIES)
            .join(LEDGER_TRANSACTIONS)
            .on(LEDGER_TRANSACTIONS.ID.eq(LEDGER_ENTRIES.TRANSACTION_ID))
            .where(LEDGER_TRANSACTIONS.KIND.eq(PostingKind.PAYOUT_PAID.code()))
            .and(LEDGER_ENTRIES.TESTER_ID.eq(testerId))
            .fetchSingle()
            .value1());
  }

  /** Of one of the platform's own accounts, or of all accounts of a kind together. */
  @Transactional(readOnly = true)
  public BigDecimal total(AccountKind kind) {
    return balance(kind, org.jooq.impl.DSL.noCondition());
  }

  /** The postings of a company, newest first. */
  @Transactional(readOnly = true)
  public Statement statementOfCompany(UUID companyId, int limit, int offset) {
    return statement(
        LEDGER_TRANSACTIONS.COMPANY_ID.eq(companyId), AccountKind.COMPANY, limit, offset);
  }

  /** The postings of a tester that change what they can have paid out, newest first. */
  @Transactional(readOnly = true)
  public Statement statementOfTester(UUID testerId, int limit, int offset) {
    return statement(
        LEDGER_TRANSACTIONS.TESTER_ID.eq(testerId), AccountKind.TESTER_PAYABLE, limit, offset);
  }

  private BigDecimal balance(AccountKind kind, Condition owner) {
    return Money.cents(
        sql.select(coalesce(sum(signed(kind)), inline(BigDecimal.ZERO)))
            .from(LEDGER_ENTRIES)
            .join(LEDGER_ACCOUNTS)
            .on(LEDGER_ACCOUNTS.ID.eq(LEDGER_ENTRIES.ACCOUNT_ID))
            .where(LEDGER_ACCOUNTS.KIND.eq(kind.code()))
            .and(owner)
            .fetchSingle()
            .value1());
  }

  private Statement statement(Condition owner, AccountKind kind, int limit, int offset) {
    var of =
        LEDGER_TRANSACTIONS
            .join(LEDGER_ENTRIES)
            .on(LEDGER_ENTRIES.TRANSACTION_ID.eq(LEDGER_TRANSACTIONS.ID))
            .join(LEDGER_ACCOUNTS)
            .on(LEDGER_ACCOUNTS.ID.eq(LEDGER_ENTRIES.ACCOUNT_ID));
    var which = owner.and(LEDGER_ACCOUNTS.KIND.eq(kind.code()));
    List<Statement.Line> lines =
        sql.select(
                LEDGER_TRANSACTIONS.ID,
                LEDGER_TRANSACTIONS.POSTED_AT,
                LEDGER_TRANSACTIONS.KIND,
                LEDGER_TRANSACTIONS.DESCRIPTION,
                LEDGER_TRANSACTIONS.REFERENCE,
                signed(kind))
            .from(of)
            .where(which)
            .orderBy(LEDGER_TRANSACTIONS.POSTED_AT.desc(), LEDGER_TRANSACTIONS.ID.desc())
            .limit(limit)
            .offset(offset)
            .fetch(
                row ->
                    new Statement.Line(
                        row.value1(),
                        row.value2(),
                        PostingKind.of(row.value3()),
                        row.value4(),
                        row.value5(),
                        Money.cents(row.value6())));
    return new Statement(lines, sql.fetchCount(sql.select(inline(1)).from(of).where(which)));
  }

  private static Field<BigDecimal> signed(AccountKind kind) {
    return kind.growsByDebit() ? LEDGER_ENTRIES.AMOUNT_USD : LEDGER_ENTRIES.AMOUNT_USD.neg();
  }
}
