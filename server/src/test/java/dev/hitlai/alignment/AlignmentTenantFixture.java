package dev.hitlai.alignment;

import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;

/** A company's own rule. */
public final class AlignmentTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var rule = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into alignment.constitutional_rules (id, rule_level, company_id, rule_name,"
                    + " rule_description, rule_type, rule_condition, rule_action) values (?,"
                    + " 'company', ?, 'Doubts', '', 'quality', '{\"cel\":\"finding.confidence <"
                    + " 0.5\"}', 'flag')",
                rule,
                company.id()));
    return Map.of("/api/company/rules/", rule);
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of("PUT /api/company/rules/{id}", "{\"active\":false}");
  }
}
