package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.Persona;
import dev.hitlai.testers.Quote;
import dev.hitlai.testers.Selection;
import dev.hitlai.testers.TestKind;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.TestingSettings;
import dev.hitlai.testing.internal.runs.RunConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a request and its runs, one for each persona. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestRows {
  private static final long USUAL_SEED = 1;

  private final DSLContext sql;
  private final TestingSettings settings;

  RequestRows(DSLContext sql, TestingSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  UUID addRequest(UUID companyId, @Nullable UUID createdBy, CheckedRequest request, Quote quote) {
    var columns = requestColumns(request, quote);
    return sql.insertInto(TEST_REQUESTS)
        .set(columns)
        .set(TEST_REQUESTS.COMPANY_ID, companyId)
        .set(TEST_REQUESTS.CREATED_BY, createdBy)
        .set(TEST_REQUESTS.STATUS, "draft")
        .returning(TEST_REQUESTS.ID)
        .fetchSingle(TEST_REQUESTS.ID);
  }

  void changeRequest(UUID requestId, CheckedRequest request, Quote quote) {
    sql.update(TEST_REQUESTS)
        .set(requestColumns(request, quote))
        .where(TEST_REQUESTS.ID.eq(requestId))
        .execute();
    sql.deleteFrom(TEST_RUNS).where(TEST_RUNS.TEST_REQUEST_ID.eq(requestId)).execute();
  }

  List<UUID> addRuns(
      UUID companyId,
      @Nullable UUID createdBy,
      UUID requestId,
      CheckedRequest request,
      Quote quote,
      @Nullable Selection selection) {
    return request.personas().stream()
        .map(persona -> addRun(companyId, createdBy, requestId, request, persona, quote, selection))
        .toList();
  }

  private UUID addRun(
      UUID companyId,
      @Nullable UUID createdBy,
      UUID requestId,
      CheckedRequest request,
      Persona persona,
      Quote quote,
      @Nullable Selection selection) {
    var asked = request.asked();
    return sql.insertInto(TEST_RUNS)
        .set(tester(selection))
        .set(TEST_RUNS.COMPANY_ID, companyId)
        .set(TEST_RUNS.TEST_REQUEST_ID, requestId)
        .set(TEST_RUNS.CREATED_BY, createdBy)
        .set(TEST_RUNS.URL, request.address().toString())
        .set(TEST_RUNS.MISSION, asked.mission().strip())
        .set(TEST_RUNS.PERSONA, Json.of(persona))
        .set(TEST_RUNS.PLATFORM, asked.device().platform())
        .set(TEST_RUNS.PLATFORM_DETAILS, Json.of(device(request)))
        .set(TEST_RUNS.TEST_TYPE, asked.type().code())
        .set(TEST_RUNS.TEST_CONFIG, Json.of(config(request)))
        .set(TEST_RUNS.SEED, asked.seed() == null ? USUAL_SEED : asked.seed())
        .set(TEST_RUNS.TIMEOUT_SECONDS, (int) settings.timeout().toSeconds())
        .set(TEST_RUNS.REQUIRED_TESTERS, request.testers())
        .set(TEST_RUNS.PRICE_USD, price(request, quote))
        .returning(TEST_RUNS.ID)
        .fetchSingle(TEST_RUNS.ID);
  }

  /** Who begins the run: the AI that was picked, or people. */
  private static Map<Field<?>, Object> tester(@Nullable Selection selection) {
    var columns = new HashMap<Field<?>, Object>();
    if (selection == null) {
      columns.put(TEST_RUNS.TESTER_CATEGORY, "human");
      return columns;
    }
    var chosen = selection.chosen().orElseThrow();
    columns.put(TEST_RUNS.TESTER_ID, chosen.testerId());
    columns.put(TEST_RUNS.TESTER_CATEGORY, chosen.category());
    columns.put(TEST_RUNS.AI_MODEL_PROVIDER, chosen.provider());
    columns.put(TEST_RUNS.AI_MODEL_VERSION, chosen.version());
    columns.put(TEST_RUNS.TESTER_SELECTION, Json.of(selection));
    return columns;
  }

  /** Every run costs its share: a line has as many tests of the same price for each of them. */
  private static BigDecimal price(CheckedRequest request, Quote quote) {
    return quote
        .total()
        .divide(BigDecimal.valueOf(request.personas().size()), 2, RoundingMode.UNNECESSARY);
  }

  private static Map<Field<?>, Object> requestColumns(CheckedRequest request, Quote quote) {
    var asked = request.asked();
    var columns = new HashMap<Field<?>, Object>();
    columns.put(TEST_REQUESTS.TITLE, request.title());
    columns.put(TEST_REQUESTS.URL, request.address().toString());
    columns.put(TEST_REQUESTS.MISSION, asked.mission().strip());
    columns.put(TEST_REQUESTS.CONTEXT, blankToNull(asked.context()));
    columns.put(TEST_REQUESTS.SUCCESS_CRITERIA, blankToNull(asked.successCriteria()));
    columns.put(TEST_REQUESTS.TEST_TYPE, asked.type().code());
    columns.put(TEST_REQUESTS.PLATFORM, asked.device().platform());
    columns.put(TEST_REQUESTS.PLATFORM_DETAILS, Json.of(device(request)));
    columns.put(
        TEST_REQUESTS.FOCUS,
        asked.focus().stream().sorted().map(TestKind::code).toArray(String[]::new));
    columns.put(TEST_REQUESTS.PERSONAS, Json.of(asked.personas()));
    columns.put(TEST_REQUESTS.REQUIRED_TESTERS, request.testers());
    columns.put(TEST_REQUESTS.TESTER_REQUIREMENTS, Json.of(asked.people()));
    columns.put(TEST_REQUESTS.QUOTED_PRICE_USD, quote.total());
    columns.put(TEST_REQUESTS.QUOTE, Json.of(quote));
    return columns;
  }

  private RunConfig config(CheckedRequest request) {
    var budget = new Budget(settings.budget(), settings.maxPages(), settings.maxSteps());
    return RunConfig.of(budget, request.asked().allowedHosts());
  }

  private static Object device(CheckedRequest request) {
    return request.device() == null ? Map.of() : request.device();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
