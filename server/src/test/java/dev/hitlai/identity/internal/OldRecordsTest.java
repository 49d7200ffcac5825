package dev.hitlai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.platform.Secrets;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class OldRecordsTest {
  @Autowired OldRecords records;
  @Autowired StoredAnswers answers;
  @Autowired TestDatabase database;
  @Autowired SettableClock clock;

  private final UUID person = UUID.randomUUID();

  @Test
  void forgetsEachKindOfRecordAfterItsTimeAndNoneBefore() {
    put("login_attempts (email, succeeded, user_id, created_at)", "'a@example.org', true", 91, 89);
    put("audit_events (actor_role, action, user_id, created_at)", "'system', 'test'", 731, 729);
    putWithToken(
        "one_time_links (purpose, token_sha256, user_id, expires_at)", "'invitation'", 31, 29);
    putWithToken(
        "refresh_tokens (family_id, token_sha256, user_id, expires_at)", "uuidv7()", 31, 29);
    put(
        "idempotency_keys (key, method, path, request_sha256, user_id, expires_at)",
        "uuidv7()::text, 'POST', '/', sha256('x')",
        0,
        -1);
    int swept = Tenancy.as(Actor.system("test"), () -> records.sweep() + answers.sweep());
    assertThat(swept).isGreaterThanOrEqualTo(5);
    for (String table :
        new String[] {
          "login_attempts", "audit_events", "one_time_links", "refresh_tokens", "idempotency_keys"
        }) {
      assertThat(count(table)).as(table).isOne();
    }
  }

  private void put(String into, String values, int... daysAgo) {
    for (int days : daysAgo) {
      database.asSystem(
          sql ->
              sql.execute(
                  "insert into identity."
                      + into
                      + " values ("
                      + values
                      + ", ?, cast(? as timestamptz))",
                  person,
                  at(days)));
    }
  }

  private void putWithToken(String into, String value, int... daysAgo) {
    for (int days : daysAgo) {
      database.asSystem(
          sql ->
              sql.execute(
                  "insert into identity."
                      + into
                      + " values ("
                      + value
                      + ", ?, ?, cast(? as timestamptz))",
                  Secrets.bytes(32),
                  person,
                  at(days)));
    }
  }

  private OffsetDateTime at(int daysAgo) {
    Instant then = clock.instant().minus(Duration.ofDays(daysAgo)).minusSeconds(5);
    return then.atOffset(ZoneOffset.UTC);
  }

  private long count(String table) {
    return database.asSystem(
        sql ->
            sql.fetchSingle("select count(*) from identity." + table + " where user_id = ?", person)
                .get(0, long.class));
  }
}
