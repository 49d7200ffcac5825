package dev.hitlai.identity;

import dev.hitlai.testsupport.OpenFeatures;
import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member and a key. */
public final class IdentityTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    OpenFeatures.grant(database, company.id(), FeatureKey.API_ACCESS);
    var key =
        company
            .api()
            .post("/api/company/api-keys", Map.of("name", "k", "scopes", List.of("tests:read")));
    var members = company.api().get("/api/company/members");
    company
        .api()
        .post("/api/company/members", Map.of("email", TestAccounts.email(), "role", "viewer"));
    var invitations = company.api().get("/api/company/invitations");
    var sessions = company.api().get("/api/auth/sessions");
    return Map.of(
        "/api/company/invitations/", UUID.fromString(invitations.at("/data/0/id")),
        "/api/auth/sessions/", UUID.fromString(sessions.at("/data/0/id")),
        "/api/company/api-keys/", UUID.fromString(key.at("/data/id")),
        "/api/company/members/", UUID.fromString(members.at("/data/0/id")));
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of("PATCH /api/company/members/{id}", "{\"role\":\"viewer\"}");
  }
}
