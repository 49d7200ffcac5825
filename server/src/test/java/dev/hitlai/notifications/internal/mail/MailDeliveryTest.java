package dev.hitlai.notifications.internal.mail;

import static dev.hitlai.notifications.internal.jooq.Tables.EMAIL_OUTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.jooq.tables.records.EmailOutboxRecord;
import dev.hitlai.notifications.internal.mail.MailSettings.Security;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox against a real SMTP server in this process. */
class MailDeliveryTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String LINK = "https://app.example.org/unsubscribe/abc.def";

  private final SettableClock clock = SettableClock.fixedAt("2026-01-31T12:00:00Z");
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private OutboxDrain drain;

  @BeforeEach
  void start() {
    DATABASE.asSystem(sql -> sql.deleteFrom(EMAIL_OUTBOX).execute());
    server.start();
    drain = drain(server.getSmtp().getPort(), 3);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsTextAndHtmlWithHeadersThatLetPeopleUnsubscribeByOneClick() throws Exception {
    put(NoticeKind.TESTS, "ada@example.org", LINK);
    drain.drain();

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Grüße: the test is done");
    assertThat(mail.getFrom()[0]).hasToString("HitlAI <hello@example.com>");
    assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + LINK + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(((MimeMultipart) mail.getContent()).getCount()).isPositive();
    String source = GreenMailUtil.getWholeMessage(mail);
    assertThat(source).contains("multipart/alternative", "text/plain", "text/html");
    assertThat(only().getStatus()).isEqualTo("sent");
    assertThat(only().getBodyText()).isNotEmpty();
  }

  @Test
  void keepsNoLinksOfAccountsOnceTheyAreSentAndOffersNoUnsubscribing() throws Exception {
    put(NoticeKind.ACCOUNT, "ada@example.org", null);
    drain.drain();
    assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
    assertThat(only().getBodyText()).isEmpty();
    assertThat(only().getBodyHtml()).isEmpty();
  }

  @Test
  void triesAgainLaterAndGivesUpAfterAsManyAttemptsAsAreSet() {
    server.stop();
    put(NoticeKind.TESTS, "ada@example.org", LINK);
    drain.drain();
    assertThat(only().getStatus()).isEqualTo("waiting");
    assertThat(only().getNextAttemptAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(only().getLastError()).contains("refused");

    drain.drain();
    assertThat(only().getAttempts()).as("not before its time").isEqualTo(1);

    clock.advance(Duration.ofMinutes(1));
    drain.drain();
    clock.advance(Duration.ofMinutes(2));
    drain.drain();
    assertThat(only().getAttempts()).isEqualTo(3);
    assertThat(only().getStatus()).isEqualTo("dead");
  }

  @Test
  void sendsEachMailOnceWhenTwoServersEmptyTheOutbox() throws InterruptedException {
    for (int count = 0; count < 6; count++) {
      put(NoticeKind.TESTS, "person-" + count + "@example.org", LINK);
    }
    var other = drain(server.getSmtp().getPort(), 3);
    var together = Thread.ofPlatform().start(other::drain);
    drain.drain();
    together.join();
    assertThat(server.getReceivedMessages()).hasSize(6);
  }

  @Test
  void tellsLateWhatHappenedToAnAccountButNoOldNewsAndNoOldLinks() {
    put(NoticeKind.TESTS, "news@example.org", LINK);
    put(NoticeKind.ACCOUNT, "link@example.org", null, "account.password_forgotten");
    put(NoticeKind.ACCOUNT, "alarm@example.org", null, "account.second_factor_off");
    clock.advance(Duration.ofDays(4));
    drain.drain();
    assertThat(server.getReceivedMessages())
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .singleElement()
        .asString()
        .contains("alarm@example.org");
    Tenancy.run(
        Actor.system("test"),
        () -> inTransaction(() -> outbox(settings("127.0.0.1", 25, 3)).forget()));
    int dead =
        DATABASE.asSystem(
            sql ->
                sql.fetchCount(
                    EMAIL_OUTBOX,
                    EMAIL_OUTBOX
                        .STATUS
                        .eq("dead")
                        .and(EMAIL_OUTBOX.LAST_ERROR.contains("3 days"))));
    assertThat(dead).isEqualTo(2);
  }

  @Test
  void doesNothingWithoutAServer() {
    put(NoticeKind.TESTS, "ada@example.org", LINK);
    var settings = settings(null, 25, 3);
    new OutboxDrain(outbox(settings), new Smtp(settings)).drain();
    assertThat(only().getStatus()).isEqualTo("waiting");
    assertThat(only().getAttempts()).isZero();
  }

  private OutboxDrain drain(int port, int attempts) {
    var settings = settings("127.0.0.1", port, attempts);
    return new OutboxDrain(outbox(settings), new Smtp(settings));
  }

  private static MailSettings settings(String host, int port, int attempts) {
    return new MailSettings(
        host,
        port,
        "",
        "",
        Security.NONE,
        "hello@example.com",
        "HitlAI",
        null,
        Duration.ofSeconds(5),
        attempts,
        30);
  }

  /** With the transactions that the container adds in the product. */
  private Outbox outbox(MailSettings settings) {
    return new Outbox(DATABASE.jooq(), clock, settings, event -> {}) {
      @Override
      public Optional<Claimed> claim() {
        return inTransaction(super::claim);
      }

      @Override
      public void sent(Claimed mail) {
        inTransaction(
            () -> {
              super.sent(mail);
              return mail;
            });
      }

      @Override
      public void failed(Claimed mail, String why, boolean forGood) {
        inTransaction(
            () -> {
              super.failed(mail, why, forGood);
              return mail;
            });
      }
    };
  }

  private static <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(DATABASE.transactions().execute(status -> work.get()));
  }

  private void put(NoticeKind kind, String to, String unsubscribe) {
    put(kind, to, unsubscribe, "test.completed");
  }

  private void put(NoticeKind kind, String to, String unsubscribe, String event) {
    Tenancy.run(
        Actor.system("test"),
        () ->
            inTransaction(
                () -> {
                  outbox(settings("127.0.0.1", 25, 3))
                      .put(
                          new Outbox.NewMail(
                              null,
                              kind,
                              event,
                              to,
                              "Ada",
                              "Grüße: the test is done",
                              "text",
                              "<p>html</p>",
                              unsubscribe));
                  return to;
                }));
  }

  private static EmailOutboxRecord only() {
    return DATABASE.asSystem(sql -> sql.selectFrom(EMAIL_OUTBOX).fetchSingle());
  }
}
