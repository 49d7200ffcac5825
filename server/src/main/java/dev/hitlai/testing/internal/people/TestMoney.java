package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.HUMAN_TEST_ASSIGNMENTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.testers.Prices;
import dev.hitlai.testers.ProgramTerms;
import dev.hitlai.testers.Quote;
import dev.hitlai.testing.TestRunCompleted;
import dev.hitlai.testing.TestRunPaused;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.runs.RunRated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What tests cost and earn. Companies pay what they were quoted when they asked: for the AI's part
 * when it is done, for each person's when it is handed in. A tester earns a share of the list
 * price, whatever discount the company has.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TestMoney {
  private final DSLContext sql;
  private final Charges charges;
  private final Earnings earnings;
  private final Prices prices;
  private final ProgramTerms terms;

  TestMoney(DSLContext sql, Charges charges, Earnings earnings, Prices prices, ProgramTerms terms) {
    this.sql = sql;
    this.charges = charges;
    this.earnings = earnings;
    this.prices = prices;
    this.terms = terms;
  }

  /** What is posted for one person's work on a run. */
  static String reference(UUID assignmentId) {
    return dev.hitlai.testing.EarningReferences.of(assignmentId);
  }

  @EventListener
  public void on(TestRunPaused paused) {
    chargeForAi(paused.testRunId(), paused.companyId());
  }

  /** Of a hybrid run the AI's part was charged when people had their turn; once is enough. */
  @EventListener
  public void on(TestRunCompleted completed) {
    chargeForAi(completed.testRunId(), completed.companyId());
  }

  private void chargeForAi(UUID runId, UUID companyId) {
    quoted(runId)
        .flatMap(quote -> quote.line(Quote.AI).map(line -> line.each()))
        .ifPresent(
            price ->
                charges.charge(companyId, "run:" + runId, price, "AI test: " + titleOf(runId)));
  }

  /** A tester's work was accepted: the company pays for it, and the tester earns. */
  void accepted(Assignment work) {
    BigDecimal list = listPrice();
    BigDecimal price =
        quoted(work.runId())
            .flatMap(quote -> quote.line(Quote.HUMAN).map(line -> line.each()))
            .orElse(list);
    charges.charge(
        work.companyId(),
        reference(work.id()),
        price,
        "Test by a person: " + titleOf(work.runId()));
    earnings.earn(
        work.testerId(),
        work.companyId(),
        reference(work.id()),
        list,
        terms.shareOf(work.testerId()),
        BigDecimal.ZERO);
  }

  /** The bonuses for quality go by ratings. */
  @EventListener
  public void on(RunRated rated) {
    sql.select(HUMAN_TEST_ASSIGNMENTS.ID)
        .from(HUMAN_TEST_ASSIGNMENTS)
        .where(HUMAN_TEST_ASSIGNMENTS.TEST_RUN_ID.eq(rated.runId()))
        .and(HUMAN_TEST_ASSIGNMENTS.KIND.eq("test"))
        .and(HUMAN_TEST_ASSIGNMENTS.STATUS.eq(AssignmentStatus.SUBMITTED.code()))
        .orderBy(HUMAN_TEST_ASSIGNMENTS.ID)
        .fetch(HUMAN_TEST_ASSIGNMENTS.ID)
        .forEach(id -> earnings.rated(reference(id), rated.stars()));
  }

  /** What a tester would earn for a test now, in US dollars. */
  @Transactional(readOnly = true)
  public BigDecimal worth(UUID testerId) {
    return listPrice().multiply(terms.shareOf(testerId)).setScale(2, RoundingMode.HALF_UP);
  }

  private BigDecimal listPrice() {
    return prices
        .quote(new Prices.Order(0, 1, 1, BigDecimal.ZERO, 0))
        .line(Quote.HUMAN)
        .orElseThrow()
        .base();
  }

  private Optional<Quote> quoted(UUID runId) {
    return sql.select(TEST_REQUESTS.QUOTE)
        .from(TEST_RUNS)
        .join(TEST_REQUESTS)
        .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
        .where(TEST_RUNS.ID.eq(runId))
        .fetchOptional(row -> row.value1())
        .map((JSONB json) -> Json.read(json, Quote.class));
  }

  private String titleOf(UUID runId) {
    return sql.select(TEST_REQUESTS.TITLE)
        .from(TEST_RUNS)
        .join(TEST_REQUESTS)
        .on(TEST_REQUESTS.ID.eq(TEST_RUNS.TEST_REQUEST_ID))
        .where(TEST_RUNS.ID.eq(runId))
        .fetchSingle(TEST_REQUESTS.TITLE);
  }
}
