package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.identity.PersonalFiles;
import dev.hitlai.identity.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A tester's row on the roster. Erased, it stays for the tests and the books that refer to it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RosterRecords implements PersonalRecords {
  private final DSLContext sql;

  RosterRecords(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<String, List<Map<String, Object>>> of(UUID userId) {
    return new PersonalFiles(sql)
        .add(
            "tester-profile",
            HUMAN_TESTERS,
            HUMAN_TESTERS.USER_ID.eq(userId),
            HUMAN_TESTERS.ID,
            HUMAN_TESTERS.DISPLAY_NAME,
            HUMAN_TESTERS.AGE,
            HUMAN_TESTERS.GENDER,
            HUMAN_TESTERS.LOCATION_COUNTRY,
            HUMAN_TESTERS.TECH_LITERACY,
            HUMAN_TESTERS.LANGUAGES,
            HUMAN_TESTERS.PRIMARY_DEVICE,
            HUMAN_TESTERS.DEVICES,
            HUMAN_TESTERS.YEARS_OF_TESTING_EXPERIENCE,
            HUMAN_TESTERS.PREVIOUS_PLATFORMS,
            HUMAN_TESTERS.TESTS_COMPLETED,
            HUMAN_TESTERS.AVERAGE_RATING,
            HUMAN_TESTERS.CREATED_AT)
        .all();
  }

  @Override
  public void erase(UUID userId, String email) {
    sql.update(HUMAN_TESTERS)
        .setNull(HUMAN_TESTERS.USER_ID)
        .set(HUMAN_TESTERS.DISPLAY_NAME, "A former tester")
        .setNull(HUMAN_TESTERS.AGE)
        .setNull(HUMAN_TESTERS.GENDER)
        .setNull(HUMAN_TESTERS.LOCATION_COUNTRY)
        .set(HUMAN_TESTERS.DEMOGRAPHICS, JSONB.valueOf("{}"))
        .set(HUMAN_TESTERS.LANGUAGES, new String[0])
        .setNull(HUMAN_TESTERS.PRIMARY_DEVICE)
        .set(HUMAN_TESTERS.DEVICES, new String[0])
        .set(HUMAN_TESTERS.AVAILABILITY, JSONB.valueOf("{}"))
        .setNull(HUMAN_TESTERS.YEARS_OF_TESTING_EXPERIENCE)
        .set(HUMAN_TESTERS.PREVIOUS_PLATFORMS, new String[0])
        .set(HUMAN_TESTERS.IS_ACTIVE, false)
        .where(HUMAN_TESTERS.USER_ID.eq(userId))
        .execute();
  }
}
