package dev.hitlai.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.billing.Charges;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What a company leaves when it is closed, in every module. */
@PlatformTest
class ClosedCompanyTest {
  @LocalServerPort private int port;
  @Autowired private Closings closings;
  @Autowired private Charges charges;
  @Autowired private TransactionTemplate transactions;
  @Autowired private SettableClock clock;
  @Autowired private TestDatabase database;

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void endsItsTestsItsReceiversAndItsAccountAndKeepsTheBooks() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    var id = company.id();
    var api = company.api();
    api.post(
        "/api/company/webhooks",
        Map.of(
            "url",
            "http://127.0.0.1:" + port + "/hooks",
            "description",
            "build",
            "events",
            List.of("test.failed", "invoice.issued")));
    var asked =
        api.post(
            "/api/test/execute",
            Map.of(
                "url", "https://shop.example/",
                "mission", "Buy a mug",
                "testType", "human_only",
                "persona", "senior_casual",
                "testerRequirements", Map.of("countries", List.of("HM"))));
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    does(() -> charges.credit(id, "gift:" + id, new BigDecimal("40.00"), "Welcome"));
    does(() -> charges.charge(id, "run:" + id, new BigDecimal("25.00"), "Test of a shop"));
    assertThat(used(id)).isEqualTo(1);

    String name = api.get("/api/company/settings").at("/data/name");
    api.post("/api/company/closing", Map.of("name", name));
    clock.advance(Duration.ofDays(15));
    closings.carryOut();

    assertThat(text("select status from testing.test_runs where company_id = ?", id))
        .isEqualTo("failed");
    assertThat(used(id)).as("nobody began it: the test is given back").isZero();
    assertThat(
            text(
                "select disabled_reason from notifications.webhook_endpoints where company_id = ?"
                    + " and not is_active",
                id))
        .isEqualTo("The company was closed.");
    assertThat(
            text(
                "select count(*) from notifications.webhook_deliveries where company_id = ? and"
                    + " status = 'waiting'",
                id))
        .isEqualTo("0");
    assertThat(text("select status from billing.invoices where company_id = ?", id))
        .as("what was charged is invoiced at once, and credit pays it")
        .isEqualTo("paid");
    assertThat(
            text(
                "select count(*) from notifications.told_notices where audience ="
                    + " 'administrators' and notice_key = ?",
                "company-closed:" + id))
        .as("15 dollars are left")
        .isEqualTo("1");
    assertThat(does(() -> charges.balance(id))).isEqualByComparingTo("15.00");
  }

  private int used(java.util.UUID company) {
    return Integer.parseInt(
        text("select tests_used_this_month from identity.companies where id = ?", company));
  }

  private String text(String query, Object argument) {
    return database.asSystem(sql -> String.valueOf(sql.fetchValue(query, argument)));
  }

  private <T> T does(Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), () -> transactions.execute(status -> work.get()));
  }
}
