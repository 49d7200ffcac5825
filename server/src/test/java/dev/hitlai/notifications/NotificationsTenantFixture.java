package dev.hitlai.notifications;

import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A webhook. */
public final class NotificationsTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var made =
        company
            .api()
            .post(
                "/api/company/webhooks",
                Map.of("url", "http://127.0.0.1:9/", "events", List.of("test.completed")));
    return Map.of("/api/company/webhooks/", UUID.fromString(made.at("/data/webhook/id")));
  }
}
