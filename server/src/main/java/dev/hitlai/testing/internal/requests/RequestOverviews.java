package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_REQUESTS;
import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.hitlai.testing.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests with the ids of their runs, the latest first. */
@Component
@Transactional(readOnly = true)
public class RequestOverviews {
  private final DSLContext sql;

  RequestOverviews(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A request as the API shows it.
   *
   * @param status draft, pending, running, completed, failed or cancelled
   */
  public record Overview(
      UUID id,
      String title,
      String url,
      String mission,
      @Nullable String additionalContext,
      @Nullable String successCriteria,
      String testType,
      String platform,
      List<String> personas,
      int requiredTesters,
      String status,
      @Nullable BigDecimal quotedPriceUsd,
      List<UUID> testRunIds,
      Instant createdAt) {
    public Overview {
      personas = List.copyOf(personas);
      testRunIds = List.copyOf(testRunIds);
    }
  }

  public Optional<Overview> find(UUID id) {
    return read(TEST_REQUESTS.ID.eq(id), 1, 0).stream().findFirst();
  }

  public List<Overview> list(int limit, long offset) {
    return read(DSL.trueCondition(), limit, offset);
  }

  public long count() {
    return sql.fetchCount(TEST_REQUESTS);
  }

  private List<Overview> read(Condition condition, int limit, long offset) {
    var runs =
        multiset(
                select(TEST_RUNS.ID)
                    .from(TEST_RUNS)
                    .where(TEST_RUNS.TEST_REQUEST_ID.eq(TEST_REQUESTS.ID))
                    .orderBy(TEST_RUNS.CREATED_AT, TEST_RUNS.ID))
            .convertFrom(rows -> rows.map(Record1::value1));
    return sql.select(TEST_REQUESTS, runs)
        .from(TEST_REQUESTS)
        .where(condition)
        .orderBy(TEST_REQUESTS.CREATED_AT.desc(), TEST_REQUESTS.ID.desc())
        .limit(limit)
        .offset(offset)
        .fetch(
            found -> {
              var row = found.value1();
              return new Overview(
                  row.getId(),
                  row.getTitle(),
                  row.getUrl(),
                  row.getMission(),
                  row.getContext(),
                  row.getSuccessCriteria(),
                  row.getTestType(),
                  row.getPlatform(),
                  List.of(Json.read(row.getPersonas(), String[].class)),
                  row.getRequiredTesters(),
                  row.getStatus(),
                  row.getQuotedPriceUsd(),
                  found.value2(),
                  row.getCreatedAt());
            });
  }
}
