package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its fault in a page that has it and keeps quiet on one that hasn't. */
class AuditFixturesTest {
  private static final LittleSite SITE = new LittleSite();

  @BeforeAll
  static void servesWhatTheFixturesLinkTo() {
    SITE.page("/there", "<h1>There</h1>")
        .answering("/round", exchange -> LittleSite.redirect(exchange, "/about"))
        .answering("/about", exchange -> LittleSite.redirect(exchange, "/round"))
        .answering("/broken", exchange -> LittleSite.send(exchange, 500, "text/html", "no"));
  }

  @AfterAll
  static void closesTheSite() {
    SITE.close();
  }

  static Stream<Fixture> fixtures() {
    return Fixtures.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void findsTheFaultAndOnlyTheFault(Fixture fixture) {
    Browsers.at(
        serve("/failing", fixture.failing()),
        fixture.persona(),
        session -> {
          var found = rules(session, fixture);
          assertThat(found).as("the failing page").contains(fixture.rule());
          session.open(serve("/passing", fixture.passing()).toString());
          assertThat(rules(session, fixture)).as("the passing page").doesNotContain(fixture.rule());
          return found;
        });
  }

  private static java.net.URI serve(String path, String body) {
    if (body.startsWith("<!doctype")) {
      SITE.document(path, body);
    } else {
      SITE.page(path, body);
    }
    return SITE.url(path);
  }

  private static List<String> rules(BrowserSession session, Fixture fixture) {
    return findings(session, fixture.audit(), fixture.persona()).stream()
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  private static List<Finding> findings(BrowserSession session, String audit, String persona) {
    var probes = new Probes(Audits.PROBES);
    var subject =
        new AuditSubject(
            Perception.of(session), session.page(), Browsers.persona(persona), "Buy a mug");
    var found =
        Audits.all(probes).stream()
            .filter(candidate -> candidate.id().equals(audit))
            .flatMap(candidate -> candidate.inspect(subject).stream())
            .toList();
    assertThat(probes.errors()).isEmpty();
    return found;
  }

  @Test
  void proposesAColourThatPassesAndNamesThePlace() {
    SITE.page("/pale", "<main><h1>Hi</h1><p id=pale style='color:#999'>Pale words</p></main>");
    Browsers.at(
        SITE.url("/pale"),
        session -> {
          var finding =
              findings(session, "axe", "senior_casual").stream()
                  .filter(candidate -> candidate.rule().equals("axe/color-contrast"))
                  .findFirst()
                  .orElseThrow();
          assertThat(finding.selector()).isEqualTo("#pale");
          assertThat(finding.wcag()).contains("1.4.3");
          assertThat(finding.title()).contains("Pale words", "2.84");
          var proposed = finding.recommendation().replaceAll(".*(#[0-9a-f]{6}) for.*", "$1");
          assertThat(Colour.of(proposed).contrast(Colour.of("#ffffff"))).isGreaterThan(4.5);
          assertThat(finding.evidence().box()).isNotNull();
          assertThat(finding.evidence().html()).contains("Pale words");
          return finding;
        });
  }

  @Test
  void leavesThePageAsItFoundIt() {
    SITE.page(
        "/kept",
        "<main><h1>Hi</h1><form method=get><label>Sort <select"
            + " name=s><option>a<option>b</select></label></form><input id=f aria-label=Name"
            + " value=kept><a href=/there>There</a></main>");
    Browsers.at(
        SITE.url("/kept"),
        session -> {
          var state = "() => document.documentElement.outerHTML + f.value + innerWidth + scrollY";
          var before = session.page().evaluate(state);
          Perception.of(session);
          for (var audit : Audits.all()) {
            findings(session, audit.id(), "accessibility_focused");
          }
          assertThat(session.page().evaluate(state)).isEqualTo(before);
          assertThat(session.page().url()).endsWith("/kept");
          return before;
        });
  }

  @Test
  void findsOneDefectOfATemplateOnceWithAllItsPlaces() {
    SITE.page(
        "/cards",
        "<main><h1>Hi</h1><ul>"
            + "<li class=card><p class=price style='color:#bbb'>12 euros</p></li>".repeat(3)
            + "</ul></main>");
    Browsers.at(
        SITE.url("/cards"),
        session -> {
          var contrast =
              findings(session, "axe", "senior_casual").stream()
                  .filter(finding -> finding.rule().equals("axe/color-contrast"))
                  .toList();
          assertThat(contrast).hasSize(1);
          assertThat(contrast.getFirst().occurrences()).hasSize(3);
          return contrast;
        });
  }

  @Test
  void hasAPageOfDocumentationForEachAudit() {
    assertThat(Audits.all())
        .extracting(Audit::id)
        .doesNotHaveDuplicates()
        .allSatisfy(
            id -> assertThat(java.nio.file.Path.of("..", "docs", "rules", id + ".md")).exists());
  }
}
