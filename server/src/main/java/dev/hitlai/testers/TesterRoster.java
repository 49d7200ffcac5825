package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.identity.TesterIds;
import dev.hitlai.identity.TesterSignedUp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final int CODE_LENGTH = 12;

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
      boolean expert,
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

  /** What a tester tells others who sign up: the random end of the id. */
  public static String referralCode(UUID testerId) {
    String id = testerId.toString();
    return id.substring(id.length() - CODE_LENGTH);
  }

  /** Whose code it is, as a job; testers don't see each other. */
  @Transactional(readOnly = true)
  public Optional<UUID> byReferralCode(String code) {
    return code.matches("[0-9a-f]{" + CODE_LENGTH + "}")
        ? sql.select(HUMAN_TESTERS.ID)
            .from(HUMAN_TESTERS)
            .where(HUMAN_TESTERS.ID.cast(String.class).endsWith(code))
            .and(HUMAN_TESTERS.TESTER_CATEGORY.eq("human"))
            .limit(1)
            .fetchOptional(HUMAN_TESTERS.ID)
        : Optional.empty();
  }

  /** Names of testers, as far as the one who asks may see them. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Collection<UUID> testerIds) {
    return sql.select(HUMAN_TESTERS.ID, HUMAN_TESTERS.DISPLAY_NAME)
        .from(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.ID.in(testerIds))
        .fetchMap(HUMAN_TESTERS.ID, HUMAN_TESTERS.DISPLAY_NAME);
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
                    row.getIsExpert(),
                    row.getCreatedAt()));
  }
}
