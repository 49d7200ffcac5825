package dev.hitlai.testing.internal.findings;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;
import static org.jooq.impl.DSL.field;

import dev.hitlai.aitester.Evidence;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.jooq.tables.records.IssuesRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads findings, the gravest first. */
@Component
@Transactional(readOnly = true)
public class Findings {
  private static final Field<Integer> GRAVITY =
      field(
          "array_position(array['critical','high','medium','low'], {0})",
          Integer.class, ISSUES.SEVERITY);

  private final DSLContext sql;

  Findings(DSLContext sql) {
    this.sql = sql;
  }

  public Optional<FoundIssue> find(UUID id) {
    return sql.selectFrom(ISSUES).where(ISSUES.ID.eq(id)).fetchOptional(Findings::read);
  }

  /**
   * @param sort {@code severity}, {@code newest} or {@code confidence}
   */
  public List<FoundIssue> list(FindingFilter filter, String sort, int limit, long offset) {
    return sql.selectFrom(ISSUES)
        .where(filter.condition())
        .orderBy(order(sort))
        .limit(limit)
        .offset(offset)
        .fetch(Findings::read);
  }

  public long count(FindingFilter filter) {
    return sql.fetchCount(ISSUES, filter.condition());
  }

  /** Number of findings by severity, gravest first, without those that have none. */
  public Map<String, Long> bySeverity(FindingFilter filter) {
    var counts = new LinkedHashMap<String, Long>();
    sql.select(ISSUES.SEVERITY, DSL.count())
        .from(ISSUES)
        .where(filter.condition())
        .groupBy(ISSUES.SEVERITY)
        .orderBy(GRAVITY)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    return counts;
  }

  /** Findings of a run after the first so many, in the order in which they were seen. */
  public List<FoundIssue> seenAfter(UUID runId, int known) {
    return sql.selectFrom(ISSUES)
        .where(ISSUES.TEST_RUN_ID.eq(runId))
        .orderBy(ISSUES.CREATED_AT, ISSUES.ID)
        .offset(known)
        .fetch(Findings::read);
  }

  private static List<OrderField<?>> order(String sort) {
    return switch (sort) {
      case "newest" -> List.of(ISSUES.CREATED_AT.desc(), ISSUES.ID.desc());
      case "confidence" -> List.of(ISSUES.CONFIDENCE.asc().nullsLast(), ISSUES.ID);
      default ->
          List.of(
              GRAVITY, ISSUES.CONFIDENCE.desc().nullsLast(), ISSUES.CREATED_AT.desc(), ISSUES.ID);
    };
  }

  private static FoundIssue read(IssuesRecord row) {
    return new FoundIssue(
        row.getId(),
        row.getTestRunId(),
        row.getTitle(),
        row.getDescription(),
        row.getSeverity(),
        row.getCategory(),
        row.getStatus(),
        row.getUrl(),
        row.getElementSelector(),
        evidence(row.getEvidence()),
        row.getRecommendation(),
        row.getConfidence() == null ? null : row.getConfidence().doubleValue(),
        row.getSource(),
        row.getVerdict(),
        row.getVerdictAt(),
        row.getReviewState(),
        List.of(row.getRules()),
        List.of(row.getWcag()),
        row.getFingerprint(),
        row.getOccurrences(),
        row.getEffort(),
        row.getScreenshotId(),
        details(row.getMetadata()),
        row.getCreatedAt());
  }

  private static Evidence evidence(JSONB json) {
    return json.data().equals("{}") ? Evidence.NONE : Json.read(json, Evidence.class);
  }

  private static FindingDetails details(JSONB json) {
    return json.data().equals("{}") ? FindingDetails.NONE : Json.read(json, FindingDetails.class);
  }
}
