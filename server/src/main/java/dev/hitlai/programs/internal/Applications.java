package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;
import static dev.hitlai.programs.internal.jooq.Tables.EARLY_ADOPTER_APPLICATIONS;
import static dev.hitlai.programs.internal.jooq.Tables.FOUNDING_TESTER_APPLICATIONS;

import dev.hitlai.programs.Program;
import dev.hitlai.programs.Tier;
import dev.hitlai.programs.internal.jooq.tables.records.ApplicationsRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications as they are kept; asked by whoever sees everything. */
@Component
public class Applications {
  private final DSLContext sql;

  Applications(DSLContext sql) {
    this.sql = sql;
  }

  static Table<?> table(Program program) {
    return switch (program) {
      case EARLY_ADOPTER -> EARLY_ADOPTER_APPLICATIONS;
      case FOUNDING_TESTER -> FOUNDING_TESTER_APPLICATIONS;
    };
  }

  /** A common column in the table of a program. */
  static <T> Field<T> in(Program program, Field<T> common) {
    return Objects.requireNonNull(table(program).field(common), common.getName());
  }

  @Transactional(readOnly = true)
  public Optional<Application> find(UUID id) {
    return sql.selectFrom(APPLICATIONS).where(APPLICATIONS.ID.eq(id)).fetchOptional(this::read);
  }

  /** Holds the row, so that of two decisions at once the second sees the first. */
  Optional<Application> lock(Program program, UUID id) {
    return sql.selectOne()
        .from(table(program))
        .where(in(program, APPLICATIONS.ID).eq(id))
        .forUpdate()
        .fetchOptional()
        .flatMap(_ -> find(id));
  }

  @Transactional(readOnly = true)
  public List<Application> list(Condition which, int limit, int offset) {
    return sql.selectFrom(APPLICATIONS)
        .where(which)
        .orderBy(
            APPLICATIONS.STATUS.eq(ApplicationStatus.PENDING.code()).desc(),
            APPLICATIONS.PRIORITY_SCORE.desc(),
            APPLICATIONS.CREATED_AT,
            APPLICATIONS.ID)
        .limit(limit)
        .offset(offset)
        .fetch(this::read);
  }

  @Transactional(readOnly = true)
  public int count(Condition which) {
    return sql.fetchCount(APPLICATIONS, which);
  }

  /** The latest of an address. */
  Optional<Application> latest(Program program, String email) {
    return sql.selectFrom(APPLICATIONS)
        .where(APPLICATIONS.PROGRAM.eq(program.code()).and(APPLICATIONS.EMAIL.eq(email)))
        .orderBy(APPLICATIONS.CREATED_AT.desc(), APPLICATIONS.ID.desc())
        .limit(1)
        .fetchOptional(this::read);
  }

  /**
   * @return its id; empty when an open one of the address came in between
   */
  Optional<UUID> insert(Program program, Answers answers, Map<Field<?>, Object> common) {
    var columns = new LinkedHashMap<Field<?>, Object>();
    for (Question question : Questions.of(program)) {
      Field<?> column = Objects.requireNonNull(table(program).field(question.column()));
      Object value = value(question, answers);
      if (value != null) {
        columns.put(column, value);
      }
    }
    common.forEach((field, value) -> columns.put(in(program, field), value));
    return sql.insertInto(table(program))
        .set(columns)
        .onConflictDoNothing()
        .returningResult(in(program, APPLICATIONS.ID))
        .fetchOptional(row -> row.value1());
  }

  private static @org.jspecify.annotations.Nullable Object value(
      Question question, Answers answers) {
    return switch (question.kind()) {
      case LIST -> answers.list(question.name()).toArray(String[]::new);
      case NUMBER -> {
        var number = answers.number(question.name());
        yield number.isPresent() ? number.getAsInt() : null;
      }
      default -> answers.text(question.name()).isEmpty() ? null : answers.text(question.name());
    };
  }

  void set(Application application, Map<Field<?>, Object> common) {
    var columns = new LinkedHashMap<Field<?>, Object>();
    common.forEach((field, value) -> columns.put(in(application.program(), field), value));
    sql.update(table(application.program()))
        .set(columns)
        .where(in(application.program(), APPLICATIONS.ID).eq(application.id()))
        .execute();
  }

  /** What was answered, in the form's order. */
  @Transactional(readOnly = true)
  public Map<Question, String> answers(Application application) {
    var table = table(application.program());
    var row =
        sql.selectFrom(table)
            .where(in(application.program(), APPLICATIONS.ID).eq(application.id()))
            .fetchSingle();
    var answers = new LinkedHashMap<Question, String>();
    for (Question question : Questions.of(application.program())) {
      Object value = row.get(question.column());
      String text =
          value instanceof Object[] list
              ? String.join(", ", List.of(list).stream().map(String::valueOf).toList())
              : value == null ? "" : value.toString();
      answers.put(question, text);
    }
    return answers;
  }

  /** Who comes next when a spot of the tier is free; holding the tier's lock. */
  Optional<Application> firstWaiting(Tier tier) {
    return list(waiting(tier), 1, 0).stream().findFirst();
  }

  /** From 1; how many of the tier's waiting list come before this one. */
  @Transactional(readOnly = true)
  public int place(Application application) {
    return 1
        + sql.fetchCount(
            APPLICATIONS,
            waiting(application.tier())
                .and(
                    APPLICATIONS
                        .PRIORITY_SCORE
                        .gt(application.score().total())
                        .or(
                            APPLICATIONS
                                .PRIORITY_SCORE
                                .eq(application.score().total())
                                .and(APPLICATIONS.CREATED_AT.lt(application.submittedAt())))));
  }

  private static Condition waiting(Tier tier) {
    return APPLICATIONS
        .PROGRAM
        .eq(DSL.val(tier.program().code()))
        .and(APPLICATIONS.TIER.eq(tier.code()))
        .and(APPLICATIONS.STATUS.eq(ApplicationStatus.WAITLISTED.code()));
  }

  private Application read(ApplicationsRecord row) {
    var program = Program.of(row.getProgram());
    return new Application(
        row.getId(),
        program,
        program.tier(row.getTier()).orElseThrow(),
        ApplicationStatus.of(row.getStatus()),
        row.getEmail(),
        row.getName(),
        row.getOrganisation(),
        row.getCompanyId(),
        row.getTesterId(),
        row.getUserId(),
        PriorityScore.read(row.getScoreParts()),
        row.getReviewNotes(),
        row.getDecisionReason(),
        row.getReviewedBy(),
        row.getReviewedAt(),
        row.getReapplyAfter(),
        row.getCreatedAt());
  }
}
