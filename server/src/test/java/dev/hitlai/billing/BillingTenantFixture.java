package dev.hitlai.billing;

import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.util.Map;
import java.util.UUID;

/** An open invoice and a payment that is awaited. */
public final class BillingTenantFixture implements TenantFixture {
  @Override
  public Map<String, UUID> rows(Company company, TestDatabase database) {
    var invoice = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into billing.invoices (id, company_id, number, period_start, total_usd,"
                    + " issued_at, due_at) values (?, ?, ?, '2026-01-01', 25, now(), now())",
                invoice,
                company.id(),
                "T-" + invoice));
    var payment =
        company
            .api()
            .post(
                "/api/company/billing/top-ups", Map.of("amount", 10, "provider", "bank_transfer"));
    return Map.of(
        "/api/company/billing/invoices/",
        invoice,
        "/api/company/billing/payments/",
        UUID.fromString(payment.at("/data/id")));
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/company/billing/invoices/{id}/payments", "{\"provider\":\"bank_transfer\"}");
  }
}
