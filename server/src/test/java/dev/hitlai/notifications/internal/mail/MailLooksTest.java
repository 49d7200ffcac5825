package dev.hitlai.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.hitlai.notifications.internal.mail.MailView.Section;
import dev.hitlai.testsupport.Pages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every shape that a mail takes, as its reader sees it, at 600 and 390 px, light and dark. */
class MailLooksTest {
  private static final MailTemplates TEMPLATES =
      new MailTemplates(TemplateEngine.createPrecompiled(ContentType.Html));
  private static final String HOME = "https://hitlai.example";
  private static final Map<String, MailView> MAILS = new LinkedHashMap<>();

  /** Where pictures go, when they are asked for. */
  private static final @Nullable String SHOTS = System.getProperty("hitlai.shots");

  private static HttpServer server;

  @BeforeAll
  static void writeOneOfEach() throws IOException {
    MAILS.put(
        "link",
        mail(
            "Choose a new password",
            null,
            section(
                null,
                "You, or somebody else, asked for a new password. The link works once, for an"
                    + " hour.",
                "Choose a new password",
                "/password/reset/" + "a1B2c3D4e5".repeat(6))));
    MAILS.put(
        "alarm",
        mail(
            "An administrator removed your second factor",
            null,
            section(
                null,
                "You are signed out everywhere, and from now on your password alone is enough to"
                    + " log in.",
                "Go to the login",
                "/login")));
    MAILS.put(
        "money",
        mail(
            "Invoice HIT-2026-000042: $1,250.00",
            HOME + "/unsubscribe/abc.def",
            section(
                null,
                "To pay are $1,250.00 by 14 March 2026.",
                "See the invoice",
                "/company/billing/invoices/0198c2f1")));
    MAILS.put(
        "news",
        mail(
            "The test of a-shop-with-a-very-long-name-that-does-not-end.example is done: 3 critical"
                + " findings",
            HOME + "/unsubscribe/abc.def",
            section(
                null,
                "Look at"
                    + " https://a-shop-with-a-very-long-name-that-does-not-end.example/checkout/payment/method"
                    + " first.",
                "See the result",
                "/company/tests/0198c2f1")));
    MAILS.put(
        "plain", mail("Your account is erased", null, section(null, "As you asked.", null, null)));
    MAILS.put(
        "digest",
        mail(
            "3 things that happened since yesterday",
            HOME + "/unsubscribe/abc.def",
            section(
                "The test is done", "It found 12 problems.", "See the result", "/company/tests/1"),
            section(
                "$25.00 went back to you",
                "Sorry for that.",
                "See the payment",
                "/company/billing"),
            section("Phase 2 opened", "Tests cost $4 from now on.", null, null)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var mail = MAILS.get(exchange.getRequestURI().getPath().substring(1));
          byte[] body = (mail == null ? "" : TEMPLATES.html(mail)).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(
              mail == null ? 204 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void readsWellOnEveryWidthAndInBothSchemes() {
    var pages = Pages.at(server.getAddress().getPort());
    for (String name : MAILS.keySet()) {
      look(pages, name, 600, ColorScheme.LIGHT);
      look(pages, name, 390, ColorScheme.DARK);
      if (SHOTS != null) {
        look(pages, name, 600, ColorScheme.DARK);
        look(pages, name, 390, ColorScheme.LIGHT);
      }
    }
  }

  private static void look(Pages pages, String name, int width, ColorScheme scheme) {
    try (var page = pages.open("/" + name, width, scheme)) {
      if (SHOTS != null) {
        page.screenshot(Path.of(SHOTS, "mail-" + name + "-" + width + "-" + scheme + ".png"));
      }
      page.assertAccessible();
      assertThat(page.tab().evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as(name + " at " + width)
          .isEqualTo(0);
    }
  }

  @Test
  void saysTheSameInPlainText() {
    MAILS.forEach(
        (name, mail) -> {
          String text = TEMPLATES.text(mail);
          for (Section section : mail.sections()) {
            assertThat(text).contains(section.paragraphs());
            if (section.buttonUrl() != null) {
              assertThat(text).contains(section.buttonUrl());
            }
          }
        });
  }

  private static MailView mail(String title, @Nullable String unsubscribe, Section... sections) {
    return new MailView(
        title,
        "What mail programs show beside the subject",
        "Hello Ada Byron,",
        List.of(sections),
        unsubscribe == null
            ? "You get this because it is about your account, which we always tell you."
            : "You get this because it is about your company's money.",
        unsubscribe == null ? null : HOME + "/notifications/preferences",
        unsubscribe,
        HOME + "/",
        "hitlai.example");
  }

  private static Section section(
      @Nullable String heading, String text, @Nullable String label, @Nullable String path) {
    return new Section(heading, List.of(text), label, path == null ? null : HOME + path);
  }
}
