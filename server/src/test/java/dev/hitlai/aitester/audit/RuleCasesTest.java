package dev.hitlai.aitester.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.SessionSettings;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.testsupport.Browsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must be reported is, at medium or above, and what passes isn't: the folder {@code fixtures},
 * one file a subject, all its pages in one browser.
 */
class RuleCasesTest {
  private static final CaseSite SITE = new CaseSite();
  private static final AtomicInteger SERVED = new AtomicInteger();
  private static final SortedMap<String, List<RuleCase>> SUBJECTS =
      RuleCase.all().stream()
          .collect(Collectors.groupingBy(RuleCase::subject, TreeMap::new, Collectors.toList()));
  private static final Map<String, Future<List<String>>> ANSWERS = new ConcurrentHashMap<>();

  /** Two browsers work through the subjects while the tests wait for theirs. */
  @BeforeAll
  static void begins() {
    var threads = Executors.newFixedThreadPool(2);
    SUBJECTS.forEach((subject, cases) -> ANSWERS.put(subject, threads.submit(() -> wrong(cases))));
    threads.shutdown();
  }

  @AfterAll
  static void closesTheSite() {
    SITE.close();
  }

  static Stream<String> subjects() {
    return SUBJECTS.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  void reportsWhatFailsAndNothingElse(String subject) throws Exception {
    assertThat(ANSWERS.get(subject).get(5, TimeUnit.MINUTES)).isEmpty();
  }

  private static List<String> wrong(List<RuleCase> cases) {
    var persona = Browsers.persona(cases.getFirst().persona());
    var start = SITE.serve(SERVED.getAndIncrement(), cases.getFirst());
    var settings =
        SessionSettings.of(Browsers.plan(start, Duration.ofSeconds(85), persona), persona);
    return Browsers.in(
        settings, session -> cases.stream().flatMap(example -> wrong(session, example)).toList());
  }

  /** What is wrong with the answer to a case, in a line; nothing when it is right. */
  private static Stream<String> wrong(BrowserSession session, RuleCase example) {
    session.open(SITE.serve(SERVED.getAndIncrement(), example).toString());
    session.page().waitForLoadState();
    var severe =
        findings(session, example).stream()
            .filter(finding -> finding.severity().atLeast(example.level()))
            .toList();
    var about = severe.stream().filter(finding -> example.isAbout(finding.rule())).toList();
    var problems = new ArrayList<String>();
    if (example.fails() && about.isEmpty()) {
      problems.add("missed: " + example);
    }
    if (!example.fails()) {
      about.forEach(finding -> problems.add("false: " + example + ": " + finding.title()));
    }
    severe.stream()
        .filter(finding -> finding.severity().atLeast(Severity.MEDIUM))
        .filter(finding -> !example.isAbout(finding.rule()) && !example.allows(finding.rule()))
        .forEach(finding -> problems.add("besides: " + example + ": " + finding.rule()));
    return problems.stream();
  }

  private static List<Finding> findings(BrowserSession session, RuleCase example) {
    var probes = new Probes(Audits.PROBES);
    var subject =
        new AuditSubject(
            Perception.of(session), session.page(), Browsers.persona(example.persona()), "");
    var found =
        Audits.all(probes).stream()
            .filter(audit -> example.audits().contains(audit.id()))
            .flatMap(audit -> audit.inspect(subject).stream())
            .toList();
    assertThat(probes.errors()).as(example.toString()).isEmpty();
    return found;
  }
}
