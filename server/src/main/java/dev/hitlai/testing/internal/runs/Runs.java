package dev.hitlai.testing.internal.runs;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.jooq.tables.records.TestRunsRecord;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The runs as rows; every change of status goes through {@link #move}. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Runs {
  private final DSLContext sql;

  Runs(DSLContext sql) {
    this.sql = sql;
  }

  public Optional<TestRun> find(UUID id) {
    return sql.selectFrom(TEST_RUNS).where(TEST_RUNS.ID.eq(id)).fetchOptional(Runs::read);
  }

  /** Finds a run and keeps everybody else from changing it until the transaction ends. */
  public Optional<TestRun> lock(UUID id) {
    return sql.selectFrom(TEST_RUNS)
        .where(TEST_RUNS.ID.eq(id))
        .forUpdate()
        .fetchOptional(Runs::read);
  }

  /**
   * Moves a run and sets more columns with it.
   *
   * @throws MovedMeanwhile when the run isn't where the move starts
   */
  public void move(UUID id, Move move, Map<? extends Field<?>, ?> alongside) {
    int moved =
        sql.update(TEST_RUNS)
            .set(TEST_RUNS.STATUS, move.to().code())
            .set(alongside)
            .where(TEST_RUNS.ID.eq(id))
            .and(TEST_RUNS.STATUS.eq(move.from().code()))
            .execute();
    if (moved == 0) {
      throw new MovedMeanwhile(id, move);
    }
  }

  private static TestRun read(TestRunsRecord row) {
    return new TestRun(
        row.getId(),
        row.getCompanyId(),
        row.getTestRequestId(),
        URI.create(row.getUrl()),
        row.getMission(),
        Json.read(row.getPersona(), Persona.class),
        platform(row.getPlatformDetails()),
        TestType.of(row.getTestType()).orElseThrow(),
        RunStatus.of(row.getStatus()),
        row.getAttempt(),
        row.getFailureCount(),
        row.getHandedBack(),
        row.getSeed(),
        Json.read(row.getTestConfig(), RunConfig.class),
        Duration.ofSeconds(row.getTimeoutSeconds()),
        row.getQuotaTaken(),
        row.getCancelRequestedAt() != null);
  }

  private static @Nullable Platform platform(JSONB details) {
    return details.data().equals("{}") ? null : Json.read(details, Platform.class);
  }

  /** Somebody else moved the run first. */
  public static final class MovedMeanwhile extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MovedMeanwhile(UUID id, Move move) {
      super("Test run " + id + " is not " + move.from().code() + " any more.");
    }
  }
}
