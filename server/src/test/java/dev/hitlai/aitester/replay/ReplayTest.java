package dev.hitlai.aitester.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.Secrets;
import dev.hitlai.aitester.SiteUntestable;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.aitester.replay.ReplayReport.Verdict;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import dev.hitlai.demosite.DemoShop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final String LOG_IN =
      "<form action='/in'><label>User <input name=user></label>"
          + "<label>Password <input type=password name=pw></label><button>Log in</button></form>";

  private final LittleSite site = new LittleSite();
  private final List<String> pictures = new ArrayList<>();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void walksAPurchaseOnAnotherDeploymentOfTheSameShop() {
    RunDocument recording;
    try (var shop = DemoShop.start(0, true)) {
      recording = record(URI.create(shop.url() + "/"), "Buy an enamel mug and check out");
    }
    try (var other = DemoShop.start(0, true)) {
      var report = replay(recording, URI.create(other.url() + "/"), Map.of());
      assertThat(report.missions().getFirst().steps())
          .hasSizeGreaterThan(8)
          .allSatisfy(
              step ->
                  assertThat(step.verdict())
                      .as(step.description() + ": " + step.detail())
                      .isEqualTo(Verdict.SAME));
      assertThat(report.verdict()).isEqualTo(Verdict.SAME);
      assertThat(pictures).isEmpty();
    }
  }

  @Test
  void tellsAtWhichStepTheShopAnswersDifferently() {
    RunDocument recording;
    try (var shop = DemoShop.start(0, true)) {
      recording = record(URI.create(shop.url() + "/"), "Find out how to return a product");
    }
    site.page("/", "<h1>Closed</h1><p>The shop moved.</p>");
    var report = replay(recording, site.url("/"), Map.of());
    var steps = report.missions().getFirst().steps();
    assertThat(report.verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(steps.getFirst().verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(steps.getFirst().detail()).contains("is not on the page");
    assertThat(steps.getFirst().screenshot()).isNotNull();
    assertThat(steps.subList(1, steps.size()))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.verdict()).isEqualTo(Verdict.NOT_REACHED));
  }

  @Test
  void findsATargetThatMovedByItsRoleAndName() {
    site.page("/", "<h1>Start</h1><a id=help href=/help>Help</a>").page("/help", "<h1>Help</h1>");
    var recording = record(site.url("/"), "Click the link \"Help\"");
    site.page("/", "<h1>Start</h1><nav><ul><li><a class=item href=/help>Help</a></ul></nav>");
    var report = replay(recording, site.url("/"), Map.of());
    assertThat(report.verdict()).isEqualTo(Verdict.SAME);
    assertThat(report.missions().getFirst().steps().getFirst().detail())
        .contains("found by its name");
  }

  @Test
  void noticesAButtonThatDiesAndALinkThatLeadsElsewhere() {
    var living =
        "<h1>Start</h1><button id=b onclick=\"o.textContent='Done'\">Go</button><p id=o></p>";
    site.page("/", living).page("/l", "<a id=l href=/a>Read</a>");
    site.page("/a", "<h1>One</h1>").page("/b", "<h1>Two</h1>");
    var pressed = record(site.url("/"), "Click the button \"Go\"");
    var followed = record(site.url("/l"), "Click the link \"Read\"");
    site.page("/", "<h1>Start</h1><button id=b>Go</button><p id=o></p>");
    site.page("/l", "<a id=l href=/b>Read</a>");
    assertThat(replay(pressed, site.url("/"), Map.of()).missions().getFirst().steps().getFirst())
        .satisfies(
            step -> {
              assertThat(step.verdict()).isEqualTo(Verdict.DIVERGED);
              assertThat(step.detail()).startsWith("nothing happened; in the recording");
            });
    assertThat(replay(followed, site.url("/l"), Map.of()).missions().getFirst().steps().getFirst())
        .satisfies(
            step -> {
              assertThat(step.verdict()).isEqualTo(Verdict.DIVERGED);
              assertThat(step.detail())
                  .isEqualTo("led to %s instead of %s", site.url("/b"), site.url("/a"));
            });
  }

  @Test
  void pressesNothingThatSpendsMoneyEvenIfTheRecordingDid() {
    site.page("/", "<h1>Start</h1><button id=b onclick=\"location='/done'\">Continue</button>");
    site.page("/done", "<h1>Done</h1>");
    var recording = record(site.url("/"), "Click the button \"Continue\"");
    site.page("/", "<h1>Start</h1><button id=b onclick=\"location='/paid'\">Pay now</button>");
    var report = replay(recording, site.url("/"), Map.of());
    assertThat(report.missions().getFirst().steps().getFirst().detail())
        .contains("would spend money");
    assertThat(site.asked()).doesNotContain("GET /paid");
  }

  @Test
  void keepsPasswordsOutOfTheLogAndAsksForThem() {
    site.page("/", "<h1>Members</h1>" + LOG_IN);
    site.answering(
        "/in",
        exchange ->
            LittleSite.send(
                exchange,
                200,
                "text/html",
                "<title>In</title><h1>Hello</h1>" + exchange.getRequestURI()));
    var recording =
        record(
            site.url("/"), "Log in with the user name \"ann\" and the password \"corr3ct-horse\"");
    var log = new String(RunDocuments.toJson(recording), StandardCharsets.UTF_8);
    assertThat(log).doesNotContain("corr3ct-horse").contains("\"secret\" : \"password\"", "ann");
    assertThat(log).contains("the password \\\"" + Secrets.MASK + "\\\"");

    assertThatThrownBy(() -> replay(recording, site.url("/"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("give it: password");
    var report = replay(recording, site.url("/"), Map.of("password", "corr3ct-horse"));
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.SAME);
    assertThat(report.toString()).doesNotContain("corr3ct-horse");
  }

  @Test
  void doesNotWalkWhatAnEarlierReleaseWroteNorASiteThatIsGone() {
    site.page("/", "<h1>Start</h1><a href=/help>Help</a>").page("/help", "<h1>Help</h1>");
    var recording = record(site.url("/"), "Click the link \"Help\"");
    var old =
        new String(RunDocuments.toJson(recording), StandardCharsets.UTF_8)
            .replace("\"input\" :", "\"unknown\" :");
    assertThatThrownBy(
            () ->
                replay(
                    RunDocuments.fromJson(old.getBytes(StandardCharsets.UTF_8)),
                    site.url("/"),
                    Map.of()))
        .hasMessageContaining("written by an earlier release");
    assertThatThrownBy(() -> replay(recording, site.url("/gone"), Map.of()))
        .isInstanceOf(SiteUntestable.class);
  }

  private static RunDocument record(URI url, String mission) {
    var persona = Browsers.persona("middle_age_moderate");
    var plan =
        new TestPlan(
            url,
            List.of(mission),
            List.of(persona),
            null,
            new Budget(Duration.ofSeconds(80), 1, 30),
            Set.of(),
            null,
            null,
            1);
    var tester =
        new AiTester(Browsers.pool(), new OfflineMindFactory(), List::of, Clock.systemUTC());
    var report = tester.run(plan, new RunListener() {}, (name, _, _) -> name);
    return RunDocuments.fromJson(RunDocuments.toJson(RunDocuments.of(report)));
  }

  private ReplayReport replay(RunDocument recording, URI url, Map<String, String> secrets) {
    var plan =
        new ReplayPlan(
            recording,
            recording.missions(),
            url,
            null,
            Set.of(),
            null,
            null,
            Duration.ofSeconds(80),
            secrets);
    return new Replay(Browsers.pool(), Clock.systemUTC())
        .run(
            plan,
            new Replay.Listener() {
              @Override
              public void mission(RunDocument.MissionOutcome mission) {}

              @Override
              public void step(ReplayReport.Step step) {}
            },
            (name, _, _) -> {
              pictures.add(name);
              return name;
            });
  }
}
