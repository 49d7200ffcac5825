package dev.hitlai.health;

import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;

/** A monitor. */
public final class HealthTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var made =
        company
            .api()
            .post(
                "/api/health/endpoints",
                Map.of("endpoint", "/health", "name", "Shop", "url", "http://127.0.0.1:9/health"));
    return Map.of("/api/health/endpoints/", UUID.fromString(made.at("/data/id")));
  }
}
