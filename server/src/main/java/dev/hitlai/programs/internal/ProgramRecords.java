package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;
import static dev.hitlai.programs.internal.jooq.Tables.FOUNDING_TESTERS;
import static dev.hitlai.programs.internal.jooq.Tables.TESTER_EQUITY_VESTING;

import dev.hitlai.identity.PersonalRecords;
import dev.hitlai.identity.TesterIds;
import dev.hitlai.identity.Users;
import dev.hitlai.programs.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the programs know of a person. Before the roster's, which forgets whose row a tester's was.
 */
@Component
@Order(0)
class ProgramRecords implements PersonalRecords {
  private final DSLContext sql;
  private final Applications applications;
  private final FreedSpots freed;
  private final TesterIds testerIds;
  private final Users users;

  ProgramRecords(
      DSLContext sql,
      Applications applications,
      FreedSpots freed,
      TesterIds testerIds,
      Users users) {
    this.sql = sql;
    this.applications = applications;
    this.freed = freed;
    this.testerIds = testerIds;
    this.users = users;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    var files = new LinkedHashMap<String, List<Map<String, Object>>>();
    // An address that was never proven may be somebody else's.
    Condition theirs =
        users
            .provenEmail(userId)
            .map(email -> APPLICATIONS.USER_ID.eq(userId).or(APPLICATIONS.EMAIL.eq(email)))
            .orElse(APPLICATIONS.USER_ID.eq(userId));
    files.put("program-applications", applicationsOf(theirs));
    UUID tester = testerIds.of(userId);
    if (tester != null) {
      files.put("founding-tester", membershipsOf(tester));
      files.put("equity-vesting", vestingOf(tester));
    }
    return files;
  }

  private List<Map<String, Object>> applicationsOf(Condition which) {
    var rows = new ArrayList<Map<String, Object>>();
    for (Application application : applications.list(which, 1000, 0)) {
      var row = new LinkedHashMap<String, Object>();
      row.put("program", application.program().code());
      row.put("status", application.status().code());
      row.put("submitted_at", application.submittedAt());
      applications
          .answers(application)
          .forEach((question, answer) -> row.put(question.column(), answer));
      row.put("priority_score", application.score().total());
      row.put("decision_reason", application.reason() == null ? "" : application.reason());
      row.put("review_notes", application.notes() == null ? "" : application.notes());
      rows.add(row);
    }
    return rows;
  }

  private List<Map<String, Object>> membershipsOf(UUID tester) {
    return sql.select(
            FOUNDING_TESTERS.TIER,
            FOUNDING_TESTERS.REVENUE_SHARE,
            FOUNDING_TESTERS.SHARE_UNTIL,
            FOUNDING_TESTERS.TRAINING_BONUS_USD,
            FOUNDING_TESTERS.EQUITY_PERCENT,
            FOUNDING_TESTERS.STATUS,
            FOUNDING_TESTERS.JOINED_AT)
        .from(FOUNDING_TESTERS)
        .where(FOUNDING_TESTERS.TESTER_ID.eq(tester))
        .fetchMaps();
  }

  private List<Map<String, Object>> vestingOf(UUID tester) {
    return sql.select(
            TESTER_EQUITY_VESTING.TESTS_REQUIRED,
            TESTER_EQUITY_VESTING.VESTED_SHARE,
            TESTER_EQUITY_VESTING.EQUITY_PERCENT,
            TESTER_EQUITY_VESTING.VESTED_AT)
        .from(TESTER_EQUITY_VESTING)
        .where(TESTER_EQUITY_VESTING.TESTER_ID.eq(tester))
        .orderBy(TESTER_EQUITY_VESTING.TESTS_REQUIRED)
        .fetchMaps();
  }

  @Override
  public void erase(UUID userId, String email) {
    UUID tester = testerIds.of(userId);
    if (tester != null) {
      freed.erased(tester);
    }
    ApplicationDrafts.forgetAddress(sql, email);
    applications
        .list(APPLICATIONS.USER_ID.eq(userId).or(APPLICATIONS.EMAIL.eq(email)), 1000, 0)
        .forEach(this::forget);
  }

  /** A spot refers to its application, so the row stays, without saying whose it was. */
  private void forget(Application application) {
    freed.forgotten(application);
    var table = Applications.table(application.program());
    var columns = new LinkedHashMap<Field<?>, Object>();
    for (Question question : Questions.of(application.program())) {
      Field<?> column = table.field(question.column());
      if (column != null && question.kind() != Question.Kind.TIER) {
        columns.put(column, blank(application, question));
      }
    }
    columns.put(Applications.in(application.program(), APPLICATIONS.USER_ID), null);
    columns.put(Applications.in(application.program(), APPLICATIONS.REVIEW_NOTES), null);
    sql.update(table)
        .set(columns)
        .where(Applications.in(application.program(), APPLICATIONS.ID).eq(application.id()))
        .execute();
  }

  private static @org.jspecify.annotations.Nullable Object blank(
      Application application, Question question) {
    return switch (question.kind()) {
      case EMAIL -> "erased-" + application.id() + "@invalid";
      case LIST -> new String[0];
      default -> question.name().endsWith("Name") ? ofNobody(application.program()) : null;
    };
  }

  private static String ofNobody(Program program) {
    return program == Program.EARLY_ADOPTER ? "A former applicant" : "A former tester";
  }
}
