package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.DISPUTES;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is open between people. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenDisputes {
  private final DSLContext sql;

  OpenDisputes(DSLContext sql) {
    this.sql = sql;
  }

  /** The kinds that somebody uninvolved may decide in a run. */
  Set<String> kinds(UUID runId) {
    return new HashSet<>(
        sql.select(DISPUTES.KIND)
            .from(DISPUTES)
            .where(DISPUTES.TEST_RUN_ID.eq(runId))
            .and(DISPUTES.STATUS.eq("open"))
            .and(DISPUTES.KIND.in("disagreement", "expert_review"))
            .fetch(DISPUTES.KIND));
  }

  /** Findings of a run that somebody uninvolved has to decide; some of them take an expert. */
  List<UUID> findingsToReview(UUID runId, boolean expert) {
    return sql.select(DISPUTES.ISSUE_ID)
        .from(DISPUTES)
        .where(DISPUTES.TEST_RUN_ID.eq(runId))
        .and(DISPUTES.STATUS.eq("open"))
        .and(
            DISPUTES.KIND.in(
                expert ? List.of("disagreement", "expert_review") : List.of("disagreement")))
        .orderBy(DISPUTES.CREATED_AT, DISPUTES.ID)
        .fetch(DISPUTES.ISSUE_ID);
  }

  Optional<String> kindOf(UUID issueId) {
    return sql.select(DISPUTES.KIND)
        .from(DISPUTES)
        .where(DISPUTES.ISSUE_ID.eq(issueId))
        .and(DISPUTES.STATUS.eq("open"))
        .fetchOptional(DISPUTES.KIND);
  }

  /** Opens one on a finding; a finding that has one keeps it. */
  void open(String kind, UUID runId, UUID companyId, UUID issueId, String reason) {
    sql.insertInto(DISPUTES)
        .set(DISPUTES.KIND, kind)
        .set(DISPUTES.TEST_RUN_ID, runId)
        .set(DISPUTES.COMPANY_ID, companyId)
        .set(DISPUTES.ISSUE_ID, issueId)
        .set(DISPUTES.RAISED_AS, "platform")
        .set(DISPUTES.REASON, reason)
        .onConflictDoNothing()
        .execute();
  }
}
