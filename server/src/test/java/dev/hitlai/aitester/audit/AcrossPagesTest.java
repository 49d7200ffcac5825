package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What only two pages together tell, or the server when it is asked. */
class AcrossPagesTest {
  private static final LittleSite SITE = new LittleSite();

  @AfterAll
  static void closesTheSite() {
    SITE.close();
  }

  /** What one audit, which remembers, says about pages that are opened one after the other. */
  private static List<Finding> findings(String audit, String... paths) {
    return Browsers.at(
        SITE.url(paths[0]),
        session -> {
          var audits =
              Audits.all().stream().filter(candidate -> candidate.id().equals(audit)).toList();
          var found = new ArrayList<Finding>();
          for (var path : paths) {
            session.open(SITE.url(path).toString());
            session.settle(); // Answers are noted a moment after the page is there.
            found.addAll(audits.getFirst().inspect(subject(session)));
          }
          return found;
        });
  }

  private static AuditSubject subject(BrowserSession session) {
    return new AuditSubject(
        Perception.of(session), session.page(), Browsers.persona("middle_age_moderate"), "");
  }

  @Test
  void comparesThePriceOfTheListWithThatOfThePage() {
    SITE.page(
            "/kilns",
            "<main><ul><li><a href=/kilns/small>Small kiln</a> €20 a day</li><li><a"
                + " href=/kilns/large>Large kiln</a> €35 a day</li></ul></main>")
        .page("/kilns/small", "<main><h1>Small kiln</h1><p>€20 a day</p></main>")
        .page("/kilns/large", "<main><h1>Large kiln</h1><p>€39 a day</p></main>");
    assertThat(findings("consistency", "/kilns", "/kilns/small")).isEmpty();
    assertThat(findings("consistency", "/kilns", "/kilns/large"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo("consistency/price"))
        .satisfies(finding -> assertThat(finding.title()).contains("€35"));
  }

  @Test
  void namesBothPagesOfAContradiction() {
    SITE.page("/terms", "<main><p>You can return mugs until 14 days after delivery.</p></main>")
        .page("/faq", "<main><p>Mugs can be returned until 30 days after delivery.</p></main>");
    var contradiction = findings("consistency", "/terms", "/faq").getFirst();
    assertThat(contradiction.rule()).isEqualTo("consistency/statement");
    assertThat(contradiction.occurrences())
        .extracting(place -> place.url().replaceAll(".*/", "/"))
        .containsExactly("/faq", "/terms");
  }

  @Test
  void seesThatAPersonsRecordOpensForStrangers() {
    SITE.page("/account/orders/2041", "<main><h1>Order 2041</h1><p>You paid €12.00.</p></main>")
        .answering(
            "/account/orders/2042",
            exchange -> {
              var cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
              if (cookies.isEmpty()) {
                LittleSite.redirect(exchange, "/sign-in");
              } else {
                LittleSite.send(
                    exchange, 200, "text/html", "<main><h1>Order 2042</h1><p>Paid</p></main>");
              }
            })
        .page("/sign-in", "<main><h1>Sign in</h1></main>");
    assertThat(rules(findings("security", "/account/orders/2041"))).contains("security/access");
    var guarded =
        Browsers.at(
            SITE.url("/sign-in"),
            session -> {
              session.page().evaluate("() => document.cookie = 'visitor=1'");
              session.open(SITE.url("/account/orders/2042").toString());
              assertThat(session.page().title() + session.page().content()).contains("Order 2042");
              var audits =
                  Audits.all().stream().filter(audit -> audit.id().equals("security")).toList();
              return rules(audits.getFirst().inspect(subject(session)));
            });
    assertThat(guarded).doesNotContain("security/access");
  }

  @Test
  void seesWhatIsSentUncompressed() {
    var script = "/* words that repeat themselves */\n".repeat(400);
    SITE.answering(
            "/plain.js", exchange -> LittleSite.send(exchange, 200, "text/javascript", script))
        .page("/plain", "<script src=/plain.js></script><h1>Mugs</h1>")
        .page("/bare", "<h1>Mugs</h1>");
    assertThat(rules(findings("requests", "/plain"))).contains("requests/uncompressed");
    assertThat(rules(findings("requests", "/bare"))).doesNotContain("requests/uncompressed");
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }
}
