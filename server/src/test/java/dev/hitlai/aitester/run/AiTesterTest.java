package dev.hitlai.aitester.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.SiteUntestable.Reason;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import dev.hitlai.aitester.testsupport.Wanderer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AiTesterTest {
  private static final LittleSite SITE = new LittleSite();

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @Test
  void walksASiteAndReportsEachStepWithAPicture() {
    shop();
    var evidence = new ConcurrentHashMap<String, byte[]>();
    var report = run(SITE.url("/shop"), keeping(evidence), "middle_age_moderate");
    var result = report.results().getFirst();
    assertThat(result.outcome()).isEqualTo(MissionOutcome.DONE);
    assertThat(result.steps()).hasSizeGreaterThan(3);
    assertThat(result.steps())
        .allSatisfy(step -> assertThat(evidence).containsKey(step.screenshot()));
    assertThat(report.pages())
        .extracting(TestReport.PageSummary::title)
        .contains("Page /shop", "Page /help");
    assertThat(report.agentWork())
        .extracting(work -> work.agent().displayName())
        .contains("Perceiver", "Navigator");
  }

  @Test
  void saysTheSameTwice() {
    shop();
    var first = run(SITE.url("/shop"), keeping(Map.of()), "middle_age_moderate", "mobile_commuter");
    var second =
        run(SITE.url("/shop"), keeping(Map.of()), "middle_age_moderate", "mobile_commuter");
    assertThat(steps(second)).isEqualTo(steps(first));
    assertThat(second.findings().toString()).isEqualTo(first.findings().toString());
  }

  @Test
  void saysInOneSentenceWhyASiteCanNotBeTested() {
    SITE.answering("/gone", exchange -> LittleSite.send(exchange, 500, "text/html", "broken"));
    SITE.answering(
        "/pdf", exchange -> LittleSite.send(exchange, 200, "application/pdf", "%PDF-1.4"));
    SITE.answering("/loop", exchange -> LittleSite.redirect(exchange, "/loop"));
    SITE.answering(
        "/private",
        exchange -> {
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=x");
          LittleSite.send(exchange, 401, "text/html", "no");
        });
    assertUntestable(SITE.url("/gone"), Reason.HTTP_ERROR);
    assertUntestable(SITE.url("/pdf"), Reason.NOT_A_PAGE);
    assertUntestable(SITE.url("/loop"), Reason.REDIRECT_LOOP);
    assertUntestable(SITE.url("/private"), Reason.AUTHENTICATION);
    assertUntestable(closed(), Reason.UNREACHABLE);
    assertUntestable(URI.create("http://nowhere.invalid/"), Reason.UNREACHABLE);
  }

  @Test
  void refusesAStartThatRedirectsToAnotherHostWithoutAskingIt() {
    try (var other = new LittleSite()) {
      var elsewhere = other.elsewhere("/outside").toString();
      SITE.answering("/leaves", exchange -> LittleSite.redirect(exchange, elsewhere));
      assertThatThrownBy(() -> run(SITE.url("/leaves"), keeping(Map.of()), "middle_age_moderate"))
          .isInstanceOf(SiteUntestable.class)
          .hasMessage(
              "%s leads to %s, a host that this test may not visit; allow it with --allow.",
              SITE.url("/leaves"), elsewhere);
      assertThat(other.asked()).isEmpty();
    }
  }

  private static void assertUntestable(URI url, Reason reason) {
    assertThatThrownBy(() -> run(url, keeping(Map.of()), "middle_age_moderate"))
        .isInstanceOfSatisfying(
            SiteUntestable.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            });
  }

  private static URI closed() {
    try (var site = new LittleSite()) {
      return site.url("/");
    }
  }

  private static void shop() {
    SITE.page(
        "/shop",
        "<main><h1>Shop</h1><a href=/help>Help</a> <a"
            + " href=/cart>Cart</a><button>Dead</button></main>");
    SITE.page(
        "/help",
        "<h1>Help</h1><a href=/shop>Home</a><details><summary>More</summary>Text</details>");
    SITE.page("/cart", "<h1>Cart</h1><p>Empty</p><a href=/shop>Shop on</a>");
  }

  private static TestReport run(URI url, EvidenceStore evidence, String... personas) {
    var people =
        List.of(personas).stream()
            .map(Browsers::persona)
            .toArray(dev.hitlai.aitester.Persona[]::new);
    return new AiTester(Browsers.pool(), Wanderer.minds(), Clock.systemUTC())
        .run(Browsers.plan(url, Duration.ofSeconds(30), people), new RunListener() {}, evidence);
  }

  private static EvidenceStore keeping(Map<String, byte[]> kept) {
    return (name, mediaType, content) -> {
      if (kept instanceof ConcurrentHashMap<String, byte[]> map) {
        map.put(name, content);
      }
      return name;
    };
  }

  private static List<String> steps(TestReport report) {
    return report.results().stream()
        .flatMap(result -> result.steps().stream())
        .map(
            step ->
                step.persona() + step.index() + step.action() + step.outcome() + step.screenshot())
        .toList();
  }
}
