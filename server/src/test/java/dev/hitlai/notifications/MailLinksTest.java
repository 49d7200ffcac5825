package dev.hitlai.notifications;

import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Follows every link of the mails that a company, its member and a tester get on their way. */
@PlatformTest
class MailLinksTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;
  private String invited = "";

  @Test
  void everyLinkLeadsToAPageOfItsReader() {
    var accounts = new TestAccounts(port);
    var company = accounts.company();
    invited = TestAccounts.email();
    company.api().post("/api/company/members", Map.of("email", invited, "role", "member"));
    var member = accounts.member(company, "admin");
    String name = company.api().get("/api/company/settings").at("/data/name");
    company.api().post("/api/company/closing", Map.of("name", name));
    var tester = accounts.tester();
    tester
        .api()
        .post("/api/auth/account/erasure", Map.of("currentPassword", TestAccounts.PASSWORD));
    ApiClient.at(port).post("/api/auth/password/forgot", Map.of("email", tester.email()));
    var soft = new SoftAssertions();
    check(soft, invited, new Browser(ApiClient.at(port)));
    for (String email : new String[] {company.owner().email(), member.email(), tester.email()}) {
      check(soft, email, signedIn(email));
    }
    soft.assertAll();
  }

  private void check(SoftAssertions soft, String email, Browser reader) {
    var links = links(email);
    // An invitation works once, and these have joined.
    links.removeIf(link -> link.contains("/invitation/") && !email.equals(invited));
    assertThat(links).as(email).hasSizeGreaterThan(1);
    for (String link : links) {
      var uri = URI.create(link);
      var page = reader.open(uri.getRawPath());
      for (int hop = 0; hop < 3 && page.status() / 100 == 3; hop++) {
        page = reader.open(URI.create(page.header("Location")).getRawPath());
      }
      soft.assertThat(page.status()).as(email + " follows " + link).isEqualTo(200);
    }
  }

  private Set<String> links(String email) {
    var links = new LinkedHashSet<String>();
    database.asSystem(
        sql -> {
          sql.select(EMAIL_OUTBOX.BODY_HTML)
              .from(EMAIL_OUTBOX)
              .where(EMAIL_OUTBOX.TO_ADDRESS.eq(email))
              .fetch(EMAIL_OUTBOX.BODY_HTML)
              .forEach(
                  html -> {
                    var found = LINK.matcher(html);
                    while (found.find()) {
                      links.add(found.group(1));
                    }
                  });
          return links;
        });
    return links;
  }

  private Browser signedIn(String email) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    return browser;
  }
}
