package dev.hitlai.api;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Mailbox;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.List;
import java.util.Map;

/** Applications to the programs, and what an approval brings. */
final class ProgramExamples extends ExampleCalls {
  private final TestDatabase database;

  ProgramExamples(int port, ExampleBook executed, TestDatabase database) {
    super(port, executed);
    this.database = database;
  }

  void beAmongTheFirst(TestAccounts.Company company) {
    var visitor = ApiClient.at(port);
    var admin = TestAdmin.api(database, port);
    call(visitor, "GET /api/early-adopter/apply", null);
    call(visitor, "GET /api/founding-tester/apply", null);
    String email = TestAccounts.email();
    var applied =
        call(
            visitor,
            "POST /api/early-adopter/apply",
            Map.of(
                "companyName", "Shop Example",
                "contactName", "Ada Lovelace",
                "email", email,
                "tier", "early_adopter",
                "companySize", "11-50",
                "industry", "retail",
                "monthlyTestVolume", "50-99",
                "currentTestingApproach", "Two of us click through before each release.",
                "whyInterested", "We lose customers in the checkout and want to see where."));
    call(admin, "GET /api/admin/applications", null);
    call(admin, "GET /api/admin/applications/{id}", null, applied.at("/applicationId"));
    call(
        admin,
        "POST /api/admin/applications/{id}/review",
        Map.of("action", "approve", "notes", "A good fit."),
        applied.at("/applicationId"));
    String token = applied.at("/statusPath").replace("/application/", "");
    call(visitor, "GET /api/applications/{token}", null, token);
    call(visitor, "POST /api/applications/{token}/code", null, token);
    call(
        company.api(),
        "POST /api/discounts/redeem",
        Map.of("code", new Mailbox(database).token(email, "/early-adopter/invitation?code=")));
    call(company.api(), "GET /api/company/program", null);
    joinAsATester(visitor, admin);
  }

  private void joinAsATester(ApiClient visitor, ApiClient admin) {
    var tester = new TestAccounts(port).tester();
    var applied =
        call(
            visitor,
            "POST /api/founding-tester/apply",
            Map.of(
                "fullName",
                "Tess Tester",
                "email",
                tester.email(),
                "tier",
                "early_tester",
                "yearsOfExperience",
                6,
                "testingSpecialties",
                List.of("accessibility", "forms"),
                "platforms",
                List.of("Android", "Firefox"),
                "availability",
                "10-19",
                "whyInterested",
                "I find what others overlook."));
    String token = applied.at("/statusPath").replace("/application/", "");
    String review = "/api/admin/applications/" + applied.at("/applicationId") + "/review";
    admin.post(review, Map.of("action", "waitlist"));
    // The lower tier at once instead of waiting for the one that was asked for.
    call(visitor, "POST /api/applications/{token}/offer", null, token);
    call(tester.api(), "POST /api/applications/{token}/joining", null, token);
    call(tester.api(), "GET /api/tester/program", null);
    var another =
        visitor
            .with("X-Forwarded-For", "192.0.2.77")
            .post(
                "/api/founding-tester/apply",
                Map.of(
                    "fullName", "Another Tester",
                    "email", TestAccounts.email(),
                    "tier", "beta_tester",
                    "yearsOfExperience", 1,
                    "availability", "5-9",
                    "whyInterested", "I would like to try it."));
    call(
        visitor,
        "POST /api/applications/{token}/withdrawal",
        null,
        another.at("/statusPath").replace("/application/", ""));
  }
}
