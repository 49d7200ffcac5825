package dev.hitlai.monitoring.internal.calls;

import static dev.hitlai.monitoring.internal.jooq.Tables.API_CALL_LOGS;

import dev.hitlai.monitoring.internal.jooq.tables.records.ApiCallLogsRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of API requests, newest first. */
@Component
public class CallSearch {
  private static final int FETCH = 500;

  private final DSLContext sql;

  CallSearch(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * Which requests.
   *
   * @param route a route's pattern or a part of it; empty for all
   * @param status such as {@code 404}, or {@code 4xx}; empty for all
   * @param caller id of a user or company, or an address; empty for all
   */
  public record Wish(String route, String status, String caller, Instant from, Instant until) {}

  /** A request, as the pages show it. */
  public record Row(
      UUID id,
      Instant at,
      String method,
      String endpoint,
      String path,
      @Nullable String query,
      @Nullable UUID userId,
      @Nullable UUID companyId,
      @Nullable String address,
      @Nullable String agent,
      @Nullable String requestBody,
      int status,
      @Nullable String responseBody,
      double millis,
      @Nullable String auth,
      @Nullable String error) {}

  /** One row more than asked for when there is another page. */
  @Transactional(readOnly = true)
  public List<Row> page(Wish wish, int size, long offset) {
    return sql.selectFrom(API_CALL_LOGS)
        .where(which(wish))
        .orderBy(API_CALL_LOGS.CREATED_AT.desc(), API_CALL_LOGS.ID)
        .limit(size + 1)
        .offset(offset)
        .fetch(CallSearch::row);
  }

  /** Hands out at most so many, without holding them all. */
  @Transactional(readOnly = true)
  public void each(Wish wish, int most, Consumer<Row> taker) {
    try (var rows =
        sql.selectFrom(API_CALL_LOGS)
            .where(which(wish))
            .orderBy(API_CALL_LOGS.CREATED_AT.desc(), API_CALL_LOGS.ID)
            .limit(most)
            .fetchSize(FETCH)
            .fetchLazy()) {
      rows.forEach(row -> taker.accept(row(row)));
    }
  }

  @Transactional(readOnly = true)
  public Optional<Row> find(UUID id) {
    return sql.selectFrom(API_CALL_LOGS)
        .where(API_CALL_LOGS.ID.eq(id))
        .fetchOptional(CallSearch::row);
  }

  @Transactional(readOnly = true)
  public List<Row> all(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.selectFrom(API_CALL_LOGS)
            .where(API_CALL_LOGS.ID.in(ids))
            .orderBy(API_CALL_LOGS.CREATED_AT.desc())
            .fetch(CallSearch::row);
  }

  private static Condition which(Wish wish) {
    var all = new ArrayList<Condition>();
    all.add(API_CALL_LOGS.CREATED_AT.ge(wish.from()));
    all.add(API_CALL_LOGS.CREATED_AT.lt(wish.until()));
    if (!wish.route().isBlank()) {
      String route = wish.route().strip();
      all.add(
          route.startsWith("/api/")
              ? API_CALL_LOGS.ENDPOINT.startsWith(route)
              : API_CALL_LOGS.ENDPOINT.containsIgnoreCase(route));
    }
    if (wish.status().matches("[1-5]xx")) {
      int first = (wish.status().charAt(0) - '0') * 100;
      all.add(API_CALL_LOGS.RESPONSE_STATUS.between(first, first + 99));
    } else if (wish.status().matches("[1-5]\\d\\d")) {
      all.add(API_CALL_LOGS.RESPONSE_STATUS.eq(Integer.valueOf(wish.status())));
    }
    if (!wish.caller().isBlank()) {
      all.add(caller(wish.caller().strip()));
    }
    return DSL.and(all);
  }

  private static Condition caller(String caller) {
    if (caller.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      UUID id = UUID.fromString(caller);
      return API_CALL_LOGS.USER_ID.eq(id).or(API_CALL_LOGS.COMPANY_ID.eq(id));
    }
    // Whatever isn't an address is none; PostgreSQL would refuse it.
    return caller.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}") && isAddress(caller)
        ? API_CALL_LOGS.IP_ADDRESS.eq(caller)
        : DSL.falseCondition();
  }

  private static boolean isAddress(String text) {
    try {
      return !java.net.InetAddress.ofLiteral(text).isMulticastAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Row row(ApiCallLogsRecord row) {
    return new Row(
        row.getId(),
        row.getCreatedAt(),
        row.getMethod(),
        row.getEndpoint(),
        row.getPath(),
        row.getQueryParams() == null ? null : row.getQueryParams().data(),
        row.getUserId(),
        row.getCompanyId(),
        row.getIpAddress(),
        row.getUserAgent(),
        row.getRequestBody(),
        row.getResponseStatus(),
        row.getResponseBody(),
        row.getDurationMs().doubleValue(),
        row.getAuthMethod(),
        row.getErrorMessage());
  }
}
