package dev.hitlai.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.identity.EmailVerificationAsked;
import dev.hitlai.identity.MemberInvited;
import dev.hitlai.identity.PasswordResetAsked;
import dev.hitlai.notifications.internal.mail.DigestMails;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.Browser;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAccounts.Company;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice on its way to the people of its audience. */
@PlatformTest
class NotificationsTest {
  @LocalServerPort private int port;
  @Autowired private Notifications notifications;
  @Autowired private DigestMails digests;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;
  @Autowired private TestDatabase database;
  @Autowired private SettableClock clock;
  private TestAccounts accounts;

  @BeforeEach
  void prepare() {
    accounts = new TestAccounts(port);
  }

  @AfterEach
  void putTheClockBack() {
    clock.reset();
  }

  @Test
  void reachesEveryMemberOfACompanyOnceAlsoWhenATesterToldIt() {
    var company = accounts.company();
    var member = accounts.member(company, "viewer");
    var tester = Actor.tester(UUID.randomUUID(), UUID.randomUUID());
    var notice = findings(company, "finding:" + company.id());
    tell(tester, notice);
    tell(tester, notice);
    for (ApiClient api : List.of(company.api(), member.api())) {
      assertThat(titles(api)).containsOnlyOnce("A critical finding");
    }
    assertThat(subjects(member.email())).containsOnlyOnce("A critical finding");
    assertThat(titles(accounts.company().api())).doesNotContain("A critical finding");
  }

  @Test
  void tellsNothingOfWhatDidNotHappen() {
    var company = accounts.company();
    assertThatThrownBy(
            () ->
                Tenancy.run(
                    Actor.system("test"),
                    () ->
                        transactions.executeWithoutResult(
                            status -> {
                              notifications.tell(findings(company, "lost"));
                              throw new IllegalStateException("rolled back");
                            })))
        .hasMessage("rolled back");
    assertThat(titles(company.api())).doesNotContain("A critical finding");
    assertThatThrownBy(() -> notifications.tell(findings(company, "outside")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void leavesTheTransactionSeeingWhatItSawBefore() {
    var company = accounts.company();
    var other = accounts.company();
    long seen =
        Tenancy.as(
            Actor.company(company.owner().id(), company.id()),
            () ->
                transactions.execute(
                    status -> {
                      notifications.tell(findings(other, "told by another company"));
                      return database
                          .jooq()
                          .fetchOne("select count(*) from identity.companies")
                          .get(0, Long.class);
                    }));
    assertThat(titles(other.api())).contains("A critical finding");
    assertThat(seen).isLessThanOrEqualTo(1);
  }

  @Test
  void goesByWhatEachPersonChose() {
    var company = accounts.company();
    var api = company.api();
    choose(api, "findings", false, "off");
    tell(Actor.system("test"), findings(company, "one"));
    assertThat(titles(api)).doesNotContain("A critical finding");
    assertThat(subjects(company.owner().email())).doesNotContain("A critical finding");

    choose(api, "findings", true, "off");
    tell(Actor.system("test"), findings(company, "two"));
    assertThat(titles(api)).containsOnlyOnce("A critical finding");
    assertThat(subjects(company.owner().email())).doesNotContain("A critical finding");

    assertThat(
            api.send(
                    "PUT",
                    "/api/notifications/preferences",
                    "application/json",
                    "{\"kinds\":{\"account\":{\"inApp\":false,\"mail\":\"off\"}}}")
                .status())
        .as("nobody switches off what concerns the account")
        .isEqualTo(400);
  }

  @Test
  void gathersADayInOneMailAtTheReadersHour() {
    var company = accounts.company();
    choose(company.api(), "findings", true, "digest");
    company
        .api()
        .send(
            "PUT",
            "/api/notifications/preferences",
            "application/json",
            "{\"digestHour\":7,\"timeZone\":\"Asia/Tokyo\"}");
    tell(Actor.system("test"), findings(company, "morning"));
    tell(Actor.system("test"), findings(company, "evening"));
    String email = company.owner().email();
    sendDigests();
    assertThat(subjects(email)).doesNotContain("2 things that happened since yesterday");

    clock.advance(Duration.ofHours(24));
    sendDigests();
    sendDigests();
    assertThat(subjects(email)).containsOnlyOnce("2 things that happened since yesterday");
    assertThat(mail(email, "2 things that happened since yesterday"))
        .contains("A critical finding", "/company/issues", "once a day");
  }

  @Test
  void sendsMailsOfAccountsToTheAddressWithALinkThatWorksFromOutside() {
    var person = accounts.company().owner();
    String verify = TestAccounts.email();
    publish(new EmailVerificationAsked(person.id(), verify, "Ada", "/verify/abc"));
    publish(new PasswordResetAsked(person.id(), person.email(), "Ada", "/reset/abc"));
    publish(new MemberInvited(UUID.randomUUID(), "Acme", verify, "Grace", "/invitation/abc"));
    assertThat(mail(verify, "Confirm your e-mail address"))
        .contains("http://localhost:" + port + "/verify/abc")
        .doesNotContain("unsubscribe");
    assertThat(mail(person.email(), "Choose a new password")).contains("/reset/abc");
    assertThat(mail(verify, "Grace invites you to Acme")).contains("/invitation/abc");
  }

  @Test
  void marksAsReadWhatThePersonOpensAndNothingOfOthers() {
    var company = accounts.company();
    tell(Actor.system("test"), findings(company, "read me"));
    String id = company.api().get("/api/notifications").at("/data/0/id");
    var stranger = accounts.company().api();
    stranger.post("/api/notifications/read", Map.of("ids", List.of(id)));
    assertThat(unread(company.api())).isEqualTo(2);
    var browser = browser(company.owner().email());
    var opened = browser.open("/notifications/" + id);
    assertThat(opened.header("Location")).endsWith("/company/issues");
    assertThat(unread(company.api())).isEqualTo(1);
    company.api().post("/api/notifications/read", Map.of());
    assertThat(unread(company.api())).isZero();
  }

  @Test
  void letsPeopleUnsubscribeWithoutALoginAndByOneClick() {
    var company = accounts.company();
    String email = company.owner().email();
    tell(Actor.system("test"), findings(company, "unwanted"));
    String link = unsubscribe(email);
    var visitor = ApiClient.at(port).with("Accept", "text/html");
    assertThat(visitor.get(link).text()).contains("critical findings".substring(1), "Unsubscribe");
    assertThat(choice(company.api())).as("looking changes nothing").isEqualTo("now");

    var pressed = visitor.form(link, Map.of("List-Unsubscribe", "One-Click"));
    assertThat(pressed.status()).isEqualTo(200);
    assertThat(choice(company.api())).isEqualTo("off");
    assertThat(visitor.get(link.replaceFirst(".$", "")).status()).isEqualTo(404);
    assertThat(visitor.form("/unsubscribe/abc.def", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void asksAddressesWithoutAnAccountNoSecondTime() {
    String email = TestAccounts.email();
    var audience = new Audience.Address(email, "Ada");
    tell(Actor.visitor(), program("first", audience));
    ApiClient.at(port).form(unsubscribe(email), Map.of());
    tell(Actor.visitor(), program("second", audience));
    assertThat(subjects(email)).containsExactly("first");
  }

  private static Notice findings(Company company, String key) {
    return new Notice(
        "finding.critical",
        key,
        NoticeKind.FINDINGS,
        new Audience.Company(company.id()),
        "A critical finding",
        List.of("The button <b>does</b> nothing."),
        new Notice.Action("See it", "/company/issues"),
        Map.of("n", 1));
  }

  private static Notice program(String title, Audience audience) {
    return new Notice(
        "application.approved",
        title,
        NoticeKind.PROGRAMS,
        audience,
        title,
        List.of(),
        null,
        Map.of());
  }

  private void tell(Actor actor, Notice notice) {
    Tenancy.run(
        actor, () -> transactions.executeWithoutResult(status -> notifications.tell(notice)));
  }

  private void publish(Object event) {
    Tenancy.run(
        Actor.system("test"),
        () -> transactions.executeWithoutResult(status -> events.publishEvent(event)));
  }

  private void sendDigests() {
    Tenancy.run(Actor.system("test"), digests::send);
  }

  private static void choose(ApiClient api, String kind, boolean inApp, String mail) {
    var answer =
        api.send(
            "PUT",
            "/api/notifications/preferences",
            "application/json",
            "{\"kinds\":{\"%s\":{\"inApp\":%s,\"mail\":\"%s\"}}}".formatted(kind, inApp, mail));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String choice(ApiClient api) {
    return api.get("/api/notifications/preferences").at("/data/kinds/findings/mail");
  }

  private static List<String> titles(ApiClient api) {
    return api.get("/api/notifications?limit=100")
        .json()
        .path("data")
        .valueStream()
        .map(item -> item.path("title").asString())
        .toList();
  }

  private static int unread(ApiClient api) {
    return api.get("/api/notifications?unread=true").json().path("total").asInt();
  }

  private List<String> subjects(String email) {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "select subject from notifications.email_outbox where to_address = ?::citext"
                        + " order by id",
                    email)
                .getValues(0, String.class));
  }

  private String mail(String email, String subject) {
    return database.asSystem(
        sql ->
            sql.fetchSingle(
                    "select body_text || body_html from notifications.email_outbox"
                        + " where to_address = ?::citext and subject = ?",
                    email,
                    subject)
                .get(0, String.class));
  }

  private String unsubscribe(String email) {
    String url =
        database.asSystem(
            sql ->
                sql.fetchSingle(
                        "select unsubscribe_url from notifications.email_outbox"
                            + " where to_address = ?::citext and unsubscribe_url is not null",
                        email)
                    .get(0, String.class));
    return url.substring(url.indexOf("/unsubscribe/"));
  }

  private Browser browser(String email) {
    var browser = new Browser(ApiClient.at(port));
    browser.open("/login");
    browser.submit("/login", Map.of("email", email, "password", TestAccounts.PASSWORD));
    return browser;
  }
}
