package dev.hitlai.testsupport;

import dev.hitlai.testsupport.TestAccounts.Company;
import java.util.Map;
import java.util.UUID;

/**
 * A module's rows of a company, so that the walk over all routes can ask for them as another
 * company. Named in {@code META-INF/services}.
 */
public interface TenantFixture {
  /**
   * Makes rows.
   *
   * @return an id for each beginning of a route up to its first path variable, such as {@code
   *     /api/test-runs/}
   */
  Map<String, UUID> rows(Company company, TestDatabase database);

  /** Valid bodies for routes that need one: {@code PATCH /api/findings/{id}} to JSON. */
  default Map<String, String> bodies() {
    return Map.of();
  }
}
