package dev.hitlai.api;

import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.api.ExampleBook.Exchange;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.billing.internal.InvoiceRun;
import dev.hitlai.testing.internal.execution.Reports;
import dev.hitlai.testing.internal.execution.ScriptedRunner;
import dev.hitlai.testing.internal.people.Offers;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Carries out one call of every operation, in the order in which a newcomer would, and holds the
 * examples of the API's document against what came back. After a change of the API, {@code
 * -Dhitlai.examples=write} writes them anew.
 */
@PlatformTest
class ApiExamplesTest {
  private static final byte[] PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>"
          .getBytes(StandardCharsets.UTF_8);
  @LocalServerPort private int port;
  @Autowired private ScriptedRunner scripts;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  @Autowired private Offers offers;
  @Autowired private Earnings earnings;
  @Autowired private Charges charges;
  @Autowired private InvoiceRun invoices;
  @Autowired private TransactionTemplate transactions;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private final ExampleBook executed = new ExampleBook();

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void everyOperationHasAnExampleThatStillHappens() {
    scripts.script(
        "shop.example",
        (plan, listener, evidence) -> {
          var picture = evidence.save("step-01.svg", "image/svg+xml", PICTURE);
          listener.step(Reports.step(plan, 1, picture));
          return Reports.report(
              plan,
              MissionOutcome.DONE,
              Reports.finding(plan, "1234567890abcdef", 0.9, Reports.evidence(picture)));
        });
    var accounts = new AccountExamples(port, executed, database, clock);
    var testing = new TestingExamples(port, executed, database, offers);
    var money =
        new MoneyExamples(
            port, executed, database, earnings, charges, invoices, transactions, clock);
    var company = accounts.signUpAndLogIn();
    accounts.lookAfterTheCompany(company);
    accounts.hearOfThings(company.api());
    testing.keepDrafts(company.api());
    testing.testASite(company.api());
    testing.beATester(company.api());
    money.earnAsATester();
    money.lookAfterMoney(company);
    money.payBills();
    money.climb(company);
    new AlignmentExamples(port, executed, database).keepAiInLine(company.api());
    var health = new HealthExamples(port, executed, database, clock);
    health.lookAfterOutages();
    health.watchOverThings(company.api());
    health.readTheStatus();
    new RecordingExamples(port, executed).recordVisitors(company.api());
    new ProgramExamples(port, executed, database).beAmongTheFirst(company);
    var learning = new LearningExamples(port, executed, database);
    learning.learn();
    learning.train();
    learning.watch();
    new ModelExamples(port, executed, database).setModelsUp(company);
    accounts.joinWithAnAccount(company.api());
    accounts.foundACompany();
    accounts.keepAnAccountSafe();
    accounts.haveAnAccountErased();
    if ("write".equals(System.getProperty("hitlai.examples"))) {
      executed.write();
    }
    compare(ExampleBook.read());
  }

  private void compare(ExampleBook written) {
    var document = ApiClient.at(port).get("/api/openapi.json").json();
    var soft = new SoftAssertions();
    for (var route : Routes.of(mapping)) {
      Exchange now = executed.of(route.name());
      Exchange then = written.of(route.name());
      soft.assertThat(now).as(route.name() + " carried out here").isNotNull();
      soft.assertThat(then).as(route.name() + " in examples.json").isNotNull();
      if (now == null || then == null) {
        continue;
      }
      soft.assertThat(now.differenceTo(then)).as(route.name()).isEmpty();
      var operation =
          document
              .path("paths")
              .path(route.pattern())
              .path(route.method().toLowerCase(Locale.ROOT));
      if (now.request() != null) {
        soft.assertThat(operation.at("/requestBody/content").toString())
            .as(route.name())
            .contains("\"example\"");
      }
      if (now.response() != null) {
        soft.assertThat(operation.path("responses").path("" + now.status()).toString())
            .as(route.name())
            .contains("\"example\"");
      }
    }
    soft.assertAll();
  }
}
