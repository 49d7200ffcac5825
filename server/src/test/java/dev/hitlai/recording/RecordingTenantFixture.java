package dev.hitlai.recording;

import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;

/** A key and a session. */
public final class RecordingTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var key =
        company
            .api()
            .post(
                "/api/company/write-keys",
                Map.of("name", "Shop", "origins", List.of("https://shop.example")));
    UUID session = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into recording.recording_sessions (id, company_id, source, timestamp_ms,"
                    + " started_at) values ({0}, {1}, 'visitor', 0, now())",
                DSL.val(session), DSL.val(company.id())));
    return Map.of(
        "/api/company/write-keys/",
        UUID.fromString(key.at("/data/id")),
        "/api/recordings/",
        session);
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of("PATCH /api/company/write-keys/{id}", "{\"origins\":[\"https://shop.example\"]}");
  }
}
