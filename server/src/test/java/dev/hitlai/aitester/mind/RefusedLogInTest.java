package dev.hitlai.aitester.mind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.TestReport.MissionResult;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A log-in that was turned down is never taken for one that worked, however the site says so. */
class RefusedLogInTest {
  private static final String FORM =
      "<form method=post action=/in><label>User name <input name=user></label>"
          + "<label>Password <input type=password name=pw></label><button>Log in</button></form>";

  private final LittleSite site = new LittleSite();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void byWordsOnTheSamePageThatNothingMarksAsAnError() {
    answering(200, "<h1>Welcome back</h1><p class=note>Those two do not match.</p>" + FORM);
    assertRefused();
  }

  @Test
  void byAPageOfItsOwnWithoutAForm() {
    answering(200, "<h1>Hm</h1><p>We could not find anybody of that name.</p>");
    assertRefused();
  }

  @Test
  void byTheStatusAlone() {
    answering(401, "<h1>Who is there?</h1><p>Nobody we know by that.</p>");
    assertRefused();
    answering(422, "<h1>Members</h1><p>Back to the start.</p>");
    assertRefused();
  }

  @Test
  void byTheAddressOfTheRedirectAlone() {
    site.answering("/in", exchange -> LittleSite.redirect(exchange, "/login?error=1"));
    assertRefused();
    site.page("/sorry", "<h1>Our shop</h1><p>Fine things since 1980.</p>");
    site.answering("/in", exchange -> LittleSite.redirect(exchange, "/sorry?login_failed=1"));
    assertRefused();
  }

  @Test
  void whileOneThatWorkedIsSeen() {
    answering(200, "<h1>Your account</h1><p>Hello Ann.</p><a href=/out>Log out</a>");
    assertThat(logIn().outcome()).isEqualTo(MissionOutcome.DONE);
  }

  private void answering(int status, String body) {
    site.answering(
        "/in",
        exchange ->
            LittleSite.send(
                exchange,
                status,
                "text/html",
                "<!doctype html><html lang=en><title>Members</title><body>" + body));
  }

  private void assertRefused() {
    var result = logIn();
    assertThat(result.outcome()).as(result.explanation()).isNotEqualTo(MissionOutcome.DONE);
  }

  private MissionResult logIn() {
    site.page("/", "<h1>Our club</h1><p>Play with us.</p><a href=/login>Log in</a>");
    site.page("/login", "<h1>Members</h1>" + FORM);
    var plan =
        new TestPlan(
            site.url("/"),
            List.of("Log in as ann with password wr0ng-horse"),
            List.of(Browsers.persona("middle_age_moderate")),
            null,
            new Budget(Duration.ofSeconds(60), 1, 12),
            Set.of(),
            null,
            null,
            1);
    var tester =
        new AiTester(Browsers.pool(), new OfflineMindFactory(), List::of, Clock.systemUTC());
    return tester.run(plan, new RunListener() {}, (name, _, _) -> name).results().getFirst();
  }
}
