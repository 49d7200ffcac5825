package dev.hitlai.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.ColorScheme;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.Capabilities;
import dev.hitlai.models.Capabilities.Capability;
import dev.hitlai.models.benchmark.PlantedSite.Stop;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testers.BuiltInEngine;
import dev.hitlai.testsupport.Eventually;
import dev.hitlai.testsupport.Pages;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestAdmin;
import dev.hitlai.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What AIs can do, and how that is measured. */
@PlatformTest
class BenchmarksTest {
  @LocalServerPort int port;
  @Autowired Benchmarks benchmarks;
  @Autowired Capabilities capabilities;
  @Autowired ScriptedTrial trial;
  @Autowired TestDatabase database;

  @AfterEach
  void putTheTrialBack() {
    trial.fails(false);
  }

  @Test
  void keepsRecallPrecisionAndAccuracyAndComputesWhatIsTypicalFromThem() {
    var run = asAdmin(() -> benchmarks.start(null));
    work(run.id());
    assertThat(asAdmin(() -> benchmarks.runs(50)))
        .filteredOn(one -> one.id().equals(run.id()))
        .singleElement()
        .satisfies(one -> assertThat(one.status()).isEqualTo("done"));
    assertThat(asAdmin(() -> benchmarks.scores(3)))
        .extracting(Benchmarks.Score::benchmark, Benchmarks.Score::score, Benchmarks.Score::n)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("scripted accuracy", 0.9048, 210),
            org.assertj.core.groups.Tuple.tuple("scripted precision", 0.95, 200),
            org.assertj.core.groups.Tuple.tuple("scripted recall", 0.9, 100));
    // Others may have tested meanwhile, so at least the benchmark's cases are in.
    assertThat(builtIn().falsePositives().n()).isGreaterThanOrEqualTo(200);
    assertThat(builtIn().accuracy().value()).isBetween(0.0, 1.0);
  }

  @Test
  void saysThatItBrokeOffAndCanBeAskedAgain() {
    trial.fails(true);
    var broken = asAdmin(() -> benchmarks.start(null));
    work(broken.id());
    assertThat(asAdmin(() -> benchmarks.runs(50)))
        .filteredOn(one -> one.id().equals(broken.id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.status()).isEqualTo("failed");
              assertThat(one.error()).contains("broke off");
            });
    trial.fails(false);
    work(asAdmin(() -> benchmarks.start(null)).id());
  }

  @Test
  void putsNothingIntoServiceThatIsNotSetUp() {
    var claude =
        asAdmin(capabilities::all).stream()
            .filter(one -> one.item().code().equals("claude"))
            .findFirst()
            .orElseThrow();
    assertThat(claude.available()).isFalse();
    assertThat(claude.obstacle()).isEqualTo("No model key is set up on this server.");
    assertThat(claude.accuracy()).isNull();
    assertThatThrownBy(
            () ->
                asAdmin(
                    () -> {
                      capabilities.change(claude.id(), true, false, "Claude");
                      return true;
                    }))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("No model key");
  }

  /** A page of the real shop as one persona: the whole of it takes minutes. */
  @Test
  void findsPlantedDefectsOfTheDemoShopWithTheRealEngine() throws Exception {
    var said = new ArrayList<String>();
    var result =
        new DemoShopTrial(List.of("senior_casual"), List.of(Stop.open("/contact")))
            .run((what, percent) -> said.add(percent + " " + what));
    assertThat(result.planted()).isGreaterThan(100);
    assertThat(result.found()).isPositive();
    assertThat(result.right()).isPositive();
    assertThat(said).hasSize(2).last().asString().startsWith("50 Comparing /contact");
  }

  @Test
  void showsCompaniesAndAdministratorsWhatEachAiCanDo() {
    var company = new TestAccounts(port).company();
    look(company.owner().email(), "/company/ai-capabilities", 390, "No language model is involved");
    var admin = TestAdmin.make(database, port);
    look(admin.email(), "/admin/ai-testers", 1440, "Measure the built-in engine");
    look(admin.email(), "/admin/testers?kind=ai_third_party", 390, "No model key is set up");
    look(admin.email(), "/admin/ai-performance", 1440, "Reckon everything anew");
  }

  private void look(String email, String path, int width, String text) {
    var pages = Pages.at(port).signedIn(email, TestAccounts.PASSWORD);
    try (var page = pages.open(path, width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT)) {
      assertThat(page.tab().content()).contains(text);
      page.assertAccessible();
    }
  }

  private Capability builtIn() {
    return asAdmin(capabilities::all).stream()
        .filter(one -> one.version().equals(BuiltInEngine.VERSION))
        .findFirst()
        .orElseThrow();
  }

  /** Does what the job does; the job, when it comes first, has left nothing to do. */
  private void work(UUID id) {
    benchmarks.work(id);
    Eventually.eventually(
        () ->
            asAdmin(() -> benchmarks.runs(50)).stream()
                .anyMatch(one -> one.id().equals(id) && !one.open()));
  }

  private static <T> T asAdmin(java.util.function.Supplier<T> act) {
    return Tenancy.as(Actor.admin(UUID.randomUUID()), act::get);
  }
}
