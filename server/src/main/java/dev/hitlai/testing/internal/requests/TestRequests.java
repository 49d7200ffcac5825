package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Quota;
import dev.hitlai.testers.PricedItem;
import dev.hitlai.testers.Prices;
import dev.hitlai.testers.Quote;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.runs.PeopleQueue;
import dev.hitlai.testing.internal.runs.RunQueue;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in: checks them, takes the quota and queues their runs, in one transaction. */
@Component
public class TestRequests {
  private final DSLContext sql;
  private final RequestChecks checks;
  private final RequestRows rows;
  private final RequestStatuses statuses;
  private final RunQueue queue;
  private final Quota quota;
  private final Prices prices;
  private final PeopleQueue people;
  private final Rulings rulings;

  TestRequests(
      DSLContext sql,
      RequestChecks checks,
      RequestRows rows,
      RequestStatuses statuses,
      RunQueue queue,
      Quota quota,
      Prices prices,
      PeopleQueue people,
      Rulings rulings) {
    this.sql = sql;
    this.checks = checks;
    this.rows = rows;
    this.statuses = statuses;
    this.queue = queue;
    this.quota = quota;
    this.prices = prices;
    this.people = people;
    this.rulings = rulings;
  }

  /**
   * A request that was taken in.
   *
   * @param runIds one for each persona, in the request's order
   * @param type what it became by the company's preferences
   * @param notices what the preferences changed, a sentence each
   */
  public record Taken(UUID requestId, List<UUID> runIds, TestType type, List<String> notices) {}

  /**
   * What a request would be now.
   *
   * @param ruling by the company's preferences
   */
  public record Offer(Quote quote, Ruling ruling) {}

  /**
   * Takes a request in and queues its runs.
   *
   * @param userId null for a program with the company's key
   * @throws InvalidRequest with a sentence for each field that is wrong
   * @throws NobodyFits when the company's preferences leave no AI tester for it
   * @throws dev.hitlai.identity.QuotaExceeded when the month has fewer tests left; nothing is kept
   */
  @Transactional
  public Taken execute(UUID companyId, @Nullable UUID userId, NewTestRequest asked) {
    var taken = draft(companyId, userId, asked);
    queue(companyId, taken.requestId(), taken.runIds());
    return taken;
  }

  /**
   * Keeps a request for later: its runs wait until they are started one by one.
   *
   * @throws InvalidRequest with a sentence for each field that is wrong
   */
  @Transactional
  public Taken draft(UUID companyId, @Nullable UUID userId, NewTestRequest asked) {
    checks.check(asked);
    var offer = required(companyId, asked);
    var ruled = offer.ruling();
    var request = checks.check(ruled.request());
    var requestId = rows.addRequest(companyId, userId, request, offer.quote());
    return new Taken(
        requestId,
        rows.addRuns(companyId, userId, requestId, request, offer.quote(), ruled.selection()),
        ruled.request().type(),
        ruled.notices());
  }

  /**
   * Replaces a draft and its runs.
   *
   * @throws ApiProblem when there is no such draft for the caller
   */
  @Transactional
  public void change(UUID companyId, @Nullable UUID userId, UUID requestId, NewTestRequest asked) {
    lockDraft(requestId);
    checks.check(asked);
    var offer = required(companyId, asked);
    var request = checks.check(offer.ruling().request());
    rows.changeRequest(requestId, request, offer.quote());
    rows.addRuns(companyId, userId, requestId, request, offer.quote(), offer.ruling().selection());
  }

  /**
   * Deletes a draft and its runs.
   *
   * @throws ApiProblem when there is no such draft for the caller
   */
  @Transactional
  public void delete(UUID requestId) {
    lockDraft(requestId);
    sql.deleteFrom(TEST_REQUESTS).where(TEST_REQUESTS.ID.eq(requestId)).execute();
  }

  private void lockDraft(UUID requestId) {
    String status =
        sql.select(TEST_REQUESTS.STATUS)
            .from(TEST_REQUESTS)
            .where(TEST_REQUESTS.ID.eq(requestId))
            .forUpdate()
            .fetchOptional(TEST_REQUESTS.STATUS)
            .orElseThrow(() -> ApiProblem.notFound("No test request has this id."));
    if (!status.equals("draft")) {
      throw ApiProblem.conflict("The test request was started and can't be changed any more.");
    }
  }

  /**
   * Starts a run of a draft; one that was started already stays as it is.
   *
   * @return whether it was started by this call
   */
  @Transactional
  public boolean start(UUID companyId, UUID runId) {
    UUID requestId =
        sql.select(TEST_RUNS.TEST_REQUEST_ID)
            .from(TEST_RUNS)
            .where(TEST_RUNS.ID.eq(runId))
            .and(TEST_RUNS.STATUS.eq(RunStatus.PENDING.code()))
            .and(TEST_RUNS.QUOTA_TAKEN.isFalse())
            .forUpdate()
            .fetchOne(TEST_RUNS.TEST_REQUEST_ID);
    if (requestId == null) {
      return false;
    }
    rulings.requireStillAllowed(companyId, runId);
    queue(companyId, requestId, List.of(runId));
    return true;
  }

  /** What a request would be and cost its company now; also one that nobody may do. */
  @Transactional(readOnly = true)
  public Offer offer(UUID companyId, NewTestRequest asked) {
    var ruling = rulings.of(companyId, asked);
    var ruled = ruling.request();
    var chosen = ruling.chosen();
    int runs = Math.max(1, ruled.personas().size());
    int people = runs * Math.max(1, ruled.requiredTesters());
    var quote =
        prices.quote(
            companyId,
            chosen.flatMap(one -> PricedItem.of(one.provider())).orElse(PricedItem.OWN_AI),
            chosen.isPresent() ? runs : 0,
            ruled.type() == TestType.AI_ONLY ? 0 : people,
            quota.standing(companyId).used());
    return new Offer(quote, ruling);
  }

  private Offer required(UUID companyId, NewTestRequest asked) {
    var offer = offer(companyId, asked);
    var selection = offer.ruling().selection();
    if (selection != null && selection.chosen().isEmpty()) {
      throw new NobodyFits(selection);
    }
    return offer;
  }

  private void queue(UUID companyId, UUID requestId, List<UUID> runIds) {
    var month = quota.take(companyId, runIds.size());
    sql.update(TEST_RUNS)
        .set(TEST_RUNS.QUOTA_TAKEN, true)
        .set(TEST_RUNS.QUOTA_PERIOD, month)
        .where(TEST_RUNS.ID.in(runIds))
        .execute();
    statuses.refresh(requestId);
    queue.advance(companyId);
    people.askForQueued(runIds);
  }
}
