package dev.hitlai.models.internal.mind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.Budget;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport.MissionOutcome;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.Mood;
import dev.hitlai.aitester.mind.SubGoal;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.call.Connection;
import dev.hitlai.models.internal.call.FakeProvider;
import dev.hitlai.models.internal.call.InMemory;
import dev.hitlai.models.internal.call.ModelCalls;
import dev.hitlai.models.internal.call.Prices;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.models.internal.call.Unstoppable;
import dev.hitlai.testsupport.PageViews;
import dev.hitlai.testsupport.PaperSite;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mind that asks a model, on paper and once in a real browser. */
class ModelMindTest {
  private static final String MISSION = "Find out until when a present can be given back";
  private static final String ANSWER = "Presents can be given back until the end of January.";
  private static final Persona PERSONA = Browsers.persona("middle_age_moderate");
  private static final int STEPS = 12;

  private static final URI START = URI.create(PaperSite.ROOT + "/");

  private final DecisionCache cache = DecisionCache.inMemory();

  @Test
  void reachesWhatTheModelSeesAndNeedsNoModelTheSecondTimeAlsoWhenThePagesAreBuiltAnew() {
    var model = new StubModel(ModelMindTest::guide);
    var first = mind(model, 1);
    var walk = site(false).walk(first, PERSONA, STEPS);
    assertThat(walk.done()).as(walk.told()).isTrue();
    assertThat(first.engine()).isEqualTo("stub:one");
    assertThat(model.asked()).isPositive();
    int before = model.asked();
    int decided = 0;
    for (int seed = 2; seed < 6; seed++) {
      var again = site(true).walk(mind(model, seed), PERSONA, STEPS);
      assertThat(again.done()).as(again.told()).isTrue();
      decided += again.decisions().size();
    }
    assertThat(model.asked() - before)
        .as("calls in %d decisions", decided)
        .isLessThanOrEqualTo(decided / 20);
  }

  @Test
  void decidesAsTheBuiltInEngineWouldWhenNoModelAnswers() {
    var dead =
        new StubModel(
            _ -> {
              throw new ModelUnavailable(ModelUnavailable.Why.FAILED, "It is down.");
            });
    var mind = mind(dead, 3);
    var walk = site(false).walk(mind, PERSONA, STEPS);
    var offline = site(false).walk(MISSION, PERSONA, STEPS, 3);
    assertThat(walk.told()).isEqualTo(offline.told());
    assertThat(dead.asked()).as("left alone after two failures").isLessThanOrEqualTo(3);
  }

  @Test
  void doesNotBelieveThatItIsDoneWithoutProofOnThePage() {
    var liar = new StubModel(_ -> StubModel.done("You may bring it back within ninety days."));
    var walk = site(false).walk(mind(liar, 1), PERSONA, STEPS);
    assertThat(walk.told()).doesNotContain("ninety days");
  }

  @Test
  void neverDoesTheSameMoreThanThreeTimesForNothing() {
    var stubborn = new StubModel(page -> StubModel.pick(page, "Surprise me"));
    var site =
        new PaperSite()
            .page(
                "/",
                _ ->
                    PageViews.page(PaperSite.ROOT + "/", "Home")
                        .main()
                        .h1("Home")
                        .button("Surprise me")
                        .button("Inspire me")
                        .button("Tell me")
                        .view());
    for (int seed = 0; seed < 5; seed++) {
      var walk =
          site.walk(
              ModelMinds.standalone(stubborn, (_, _, _) -> DecisionCache.inMemory())
                  .create(MISSION, PERSONA, URI.create(PaperSite.ROOT + "/"), 30, seed),
              PERSONA,
              30);
      var often =
          walk.decisions().stream()
              .map(Decision::action)
              .filter(action -> action instanceof Action.Click)
              .collect(Collectors.groupingBy(Action::describe, Collectors.counting()));
      assertThat(often.values()).allMatch(times -> times <= 3);
    }
  }

  @Test
  void sendsTheTellingPartOfAPageHoweverLongItIs() {
    var random = new Random(7);
    var model = new StubModel(_ -> StubModel.done(""));
    for (int i = 0; i < 40; i++) {
      var page = large(i % 4 == 0 ? 5_000 : 50 + random.nextInt(800), random);
      var thinking = new Thinking(model, new Thinking.Account(null, null, null), START);
      new ModelMind(
              MISSION,
              PERSONA,
              Undecided::new,
              thinking,
              DecisionCache.inMemory(),
              List.of("find the small print", "read what it says of presents"))
          .decide(page);
    }
    var sizes = model.sizes().stream().sorted().toList();
    assertThat(sizes).hasSizeGreaterThan(30);
    assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(2_500);
    assertThat(sizes.get(sizes.size() * 95 / 100)).isLessThanOrEqualTo(4_000);
  }

  /** Habits that leave every choice open, at no cost. */
  private static final class Undecided implements Mind {
    @Override
    public Decision decide(PageView page) {
      return new Decision(new Action.Back(), "a goal", "no idea", 0, 1, List.of(), List.of());
    }

    @Override
    public void learn(StepRecord step, PageView after) {}

    @Override
    public Mood mood() {
      return new Mood(1, 1, 0, 1);
    }

    @Override
    public List<SubGoal> subGoals() {
      return List.of();
    }

    @Override
    public String engine() {
      return "offline";
    }
  }

  private static PageView large(int nodes, Random random) {
    var words = "moss lantern river quiet amber window paper stone copper field".split(" ");
    var page = PageViews.page(PaperSite.ROOT + "/p" + nodes + random.nextInt(), "Large").main();
    page.h1("Everything that there is");
    for (int i = 0; i < nodes; i++) {
      var label =
          IntStream.range(0, 2 + random.nextInt(7))
              .mapToObj(_ -> words[random.nextInt(words.length)])
              .collect(Collectors.joining(" "));
      if (i % 9 == 0) {
        page.text((label + ". ").repeat(8));
      } else {
        page.link(label + " " + i, "/x" + i);
      }
    }
    return page.view();
  }

  @Test
  void finishesInARealBrowserWhenTheProviderDiesInTheMiddle() {
    var provider = new FakeProvider().usage(900, 0, 40);
    var asked = new AtomicInteger();
    provider.answering(
        body -> {
          if (body.contains("You plan how")) {
            return "{\"steps\":[\"find the service pages\"]}";
          }
          asked.incrementAndGet();
          return guide(body.replace("\\n", "\n").replace("\\\"", "\""));
        });
    var target =
        new Target(
            "fake:one",
            "fake",
            Tier.EXTERNAL,
            new Prices(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO),
            100_000,
            4_000,
            false,
            true,
            new Connection(
                "fake", Connection.Wire.OPENAI, provider.url(), "sk", Duration.ofSeconds(2), 4));
    var books = new InMemory(List.of(target), BigDecimal.TEN, Clock.systemUTC());
    var client = new ModelCalls(books, books, books, new Unstoppable(), _ -> {}, () -> 1L << 62);
    try (var site = little(provider)) {
      var tester =
          new AiTester(
              Browsers.pool(),
              ModelMinds.standalone(client, (_, _, _) -> cache),
              List::of,
              Clock.systemUTC());
      var plan =
          new TestPlan(
              site.url("/"),
              List.of(MISSION),
              List.of(PERSONA),
              null,
              new Budget(Duration.ofSeconds(40), 12, STEPS),
              Set.of(),
              null,
              null,
              7);
      var report = tester.run(plan, new RunListener() {}, nowhere());
      assertThat(report.engine()).isEqualTo("fake:one");
      assertThat(report.results().getFirst().outcome())
          .isIn(MissionOutcome.DONE, MissionOutcome.GAVE_UP);
      assertThat(report.results().getFirst().steps()).hasSizeGreaterThan(1);
      assertThat(asked).hasPositiveValue();
      assertThat(books.log()).extracting(one -> one.status()).contains("answered", "network_error");
      // Each answer: 900 × $1 + 40 × $2 a million.
      long answered = books.log().stream().filter(one -> one.usage().output() > 0).count();
      assertThat(books.spent())
          .isEqualByComparingTo(new BigDecimal("0.00098").multiply(BigDecimal.valueOf(answered)));
    }
  }

  /** Visiting the second page ends the provider. */
  private static LittleSite little(FakeProvider provider) {
    return new LittleSite()
        .page(
            "/",
            "<main><h1>Home</h1><a href=/wares>Wares</a> <a href=/moods>Moods</a>"
                + " <a href=/desk>Desk</a> <a href=/house>House</a></main>")
        .page("/wares", "<main><h1>Wares</h1><p>Cups and bowls.</p><a href=/>Home</a></main>")
        .page("/moods", "<main><h1>Moods</h1><p>Green.</p><a href=/>Home</a></main>")
        .page("/house", "<main><h1>House</h1><p>Since 1901.</p><a href=/>Home</a></main>")
        .answering(
            "/desk",
            exchange -> {
              provider.close();
              LittleSite.send(
                  exchange,
                  200,
                  "text/html; charset=utf-8",
                  "<!doctype html><html lang=en><title>Desk</title><main><h1>Desk</h1>"
                      + "<a href=/terms>Small print</a> <a href=/pay>Ways to pay</a></main>");
            })
        .page("/pay", "<main><h1>Pay</h1><p>Cash.</p><a href=/desk>Desk</a></main>")
        .page("/terms", "<main><h1>Small print</h1><p>" + ANSWER + "</p></main>");
  }

  private static EvidenceStore nowhere() {
    return (name, mediaType, content) -> name;
  }

  private Mind mind(ModelClient model, long seed) {
    return ModelMinds.standalone(model, (_, _, _) -> cache)
        .create(MISSION, PERSONA, URI.create(PaperSite.ROOT + "/"), STEPS, seed);
  }

  private static String guide(String page) {
    if (page.contains(ANSWER)) {
      return StubModel.done("until the end of January");
    }
    return page.contains("\"Small print\"")
        ? StubModel.pick(page, "Small print")
        : StubModel.pick(page, "Desk");
  }

  /**
   * @param anew whether the pages have other elements in another order
   */
  private static PaperSite site(boolean anew) {
    return new PaperSite()
        .page(
            "/",
            _ ->
                anew
                    ? home()
                        .group("new")
                        .link("Desk", "/desk")
                        .link("House", "/house")
                        .link("Wares", "/wares")
                        .link("Moods", "/moods")
                        .link("Jobs", "/jobs")
                        .view()
                    : home()
                        .link("Wares", "/wares")
                        .link("Moods", "/moods")
                        .link("Desk", "/desk")
                        .link("House", "/house")
                        .view())
        .page(
            "/wares", _ -> page("/wares", "Wares").text("Cups and bowls.").link("Home", "/").view())
        .page("/moods", _ -> page("/moods", "Moods").text("Green.").link("Home", "/").view())
        .page("/house", _ -> page("/house", "House").text("Since 1901.").link("Home", "/").view())
        .page(
            "/desk",
            _ ->
                anew
                    ? page("/desk", "Desk")
                        .group("list")
                        .link("Ways to pay", "/pay")
                        .link("Small print", "/terms")
                        .view()
                    : page("/desk", "Desk")
                        .link("Small print", "/terms")
                        .link("Ways to pay", "/pay")
                        .view())
        .page("/pay", _ -> page("/pay", "Pay").text("Cash.").link("Desk", "/desk").view())
        .page("/terms", _ -> page("/terms", "Small print").text(ANSWER).link("Home", "/").view());
  }

  private static PageViews home() {
    return page("/", "Home");
  }

  private static PageViews page(String path, String title) {
    return PageViews.page(PaperSite.ROOT + path, title).main().h1(title);
  }
}
