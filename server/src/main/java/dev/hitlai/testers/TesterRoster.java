package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.identity.TesterIds;
import dev.hitlai.identity.TesterSignedUp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who tests. */
@Component
public class TesterRoster implements TesterIds {
  private final DSLContext sql;

  TesterRoster(DSLContext sql) {
    this.sql = sql;
  }

  /** What a tester sees of themselves. */
  public record Profile(
      UUID id,
      String displayName,
      String techLiteracy,
      List<String> languages,
      @Nullable String primaryDevice,
      int testsCompleted,
      @Nullable BigDecimal averageRating,
      boolean verified,
      Instant since) {}

  /** In the transaction of the sign-up, so that no account is without its row. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TesterSignedUp person) {
    sql.insertInto(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.USER_ID, person.userId())
        .set(HUMAN_TESTERS.DISPLAY_NAME, person.displayName())
        .set(HUMAN_TESTERS.AGE, person.age())
        .set(HUMAN_TESTERS.GENDER, person.gender())
        .set(HUMAN_TESTERS.LOCATION_COUNTRY, person.locationCountry())
        .set(HUMAN_TESTERS.TECH_LITERACY, person.techLiteracy())
        .set(HUMAN_TESTERS.PRIMARY_DEVICE, person.primaryDevice())
        .set(HUMAN_TESTERS.LANGUAGES, person.languages().toArray(String[]::new))
        .set(HUMAN_TESTERS.YEARS_OF_TESTING_EXPERIENCE, person.yearsOfTestingExperience())
        .set(HUMAN_TESTERS.PREVIOUS_PLATFORMS, person.previousPlatforms().toArray(String[]::new))
        // The same fact may be told twice.
        .onConflictDoNothing()
        .execute();
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable UUID of(UUID userId) {
    return sql.select(HUMAN_TESTERS.ID)
        .from(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.USER_ID.eq(userId))
        .fetchOne(HUMAN_TESTERS.ID);
  }

  @Transactional(readOnly = true)
  public Optional<Profile> profile(UUID testerId) {
    return sql.selectFrom(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .fetchOptional(
            row ->
                new Profile(
                    row.getId(),
                    row.getDisplayName(),
                    row.getTechLiteracy(),
                    List.of(row.getLanguages()),
                    row.getPrimaryDevice(),
                    row.getTestsCompleted(),
                    row.getAverageRating(),
                    row.getIsVerified(),
                    row.getCreatedAt()));
  }
}
