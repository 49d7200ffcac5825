package dev.hitlai.aitester.run;

import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.AgentWork;
import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.TestReport.PageSummary;
import dev.hitlai.aitester.audit.Audit;
import dev.hitlai.aitester.audit.AuditSubject;
import dev.hitlai.aitester.browser.BrowserSession;
import dev.hitlai.aitester.browser.PageFailure;
import dev.hitlai.aitester.page.PageView;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Audits each distinct page state once for one persona, as far as the budget goes. */
final class StateAudits {
  private static final Duration AUDIT_LIMIT = Duration.ofSeconds(12);
  private static final Duration TOO_LATE = Duration.ofMillis(1500);

  private final List<Audit> audits;
  private final int maxPages;
  private final Shots shots;
  private final Keepsakes keepsakes;
  private final WorkLog log;
  private final Relay relay;
  private final Clock clock;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> audited = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, PageSummary> pages = new LinkedHashMap<>();
  private final Set<String> notKept = new LinkedHashSet<>();
  private final Set<String> notTested = new LinkedHashSet<>();

  StateAudits(
      List<Audit> audits,
      int maxPages,
      Shots shots,
      Keepsakes keepsakes,
      WorkLog log,
      Relay relay,
      Clock clock) {
    this.audits = audits;
    this.maxPages = maxPages;
    this.shots = shots;
    this.keepsakes = keepsakes;
    this.log = log;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * Judges what the page shows, unless this state was judged before.
   *
   * @throws PageFailure when the page hung or crashed meanwhile
   */
  void inspect(BrowserSession session, PageView view, String mission) {
    notTested.addAll(view.notTested());
    if (!view.url().startsWith("http") || !seen.add(view.fingerprint())) {
      return;
    }
    keepsakes.keep(session, view);
    if (audited.size() >= maxPages) {
      notKept.add(view.url());
      notTested.add(
          "More than " + maxPages + " different pages or states: the rest was not audited.");
      return;
    }
    audited.add(view.fingerprint());
    var found = judge(session, view, mission);
    var picture = picture(session, view, found);
    pages.putIfAbsent(view.url(), summary(session, view, picture));
    for (var finding : found) {
      var proven = withScreenshot(finding, picture);
      findings.add(proven);
      relay.finding(proven);
    }
  }

  private List<Finding> judge(BrowserSession session, PageView view, String mission) {
    var subject = new AuditSubject(view, session.page(), session.settings().persona(), mission);
    var found = new ArrayList<Finding>();
    var work = new EnumMap<Agent, Tally>(Agent.class);
    for (var audit : audits) {
      if (relay.cancelled()) {
        break;
      }
      if (session.timeLeft().compareTo(TOO_LATE) < 0) {
        notTested.add("The time was up before every page was audited in full.");
        break;
      }
      var tally = work.computeIfAbsent(audit.agent(), _ -> new Tally(clock.instant()));
      found.addAll(judged(session, audit, subject, tally));
    }
    work.forEach((agent, tally) -> log.add(tally.work(agent, view.url())));
    return found;
  }

  private List<Finding> judged(
      BrowserSession session, Audit audit, AuditSubject subject, Tally tally) {
    long start = System.nanoTime();
    try {
      var found = session.within(AUDIT_LIMIT, () -> audit.inspect(subject));
      tally.findings += found.size();
      return found;
    } catch (PlaywrightException | IllegalStateException e) {
      // One rule that can't cope with a page must not cost the others; it is owned up to in the
      // report.
      tally.failed = true;
      notTested.add(
          "The rule " + audit.id() + " could not be applied to " + subject.view().url() + ".");
      System.getLogger(StateAudits.class.getName())
          .log(System.Logger.Level.DEBUG, "Audit " + audit.id() + " failed", e);
      return List.of();
    } finally {
      tally.spent = tally.spent.plus(WorkLog.since(start));
    }
  }

  /** What one agent did on one state. */
  private static final class Tally {
    private final java.time.Instant started;
    private Duration spent = Duration.ZERO;
    private int findings;
    private boolean failed;

    Tally(java.time.Instant started) {
      this.started = started;
    }

    AgentWork work(Agent agent, String url) {
      return new AgentWork(agent, started, spent, !failed, url, findings + " findings");
    }
  }

  private @Nullable String picture(BrowserSession session, PageView view, List<Finding> found) {
    var viewport = view.viewport();
    var screen =
        new Box(viewport.scrollX(), viewport.scrollY(), viewport.width(), viewport.height());
    boolean fits =
        found.stream()
            .map(finding -> finding.evidence().box())
            .allMatch(box -> box == null || screen.intersects(box));
    return shots.state(session, view, !fits);
  }

  private static Finding withScreenshot(Finding finding, @Nullable String reference) {
    if (reference == null || finding.evidence().screenshot() != null) {
      return finding;
    }
    return Proof.with(finding, finding.evidence().withScreenshot(reference));
  }

  private static PageSummary summary(
      BrowserSession session, PageView view, @Nullable String screenshot) {
    var counts =
        Map.of(
            "elements", view.elements().size(),
            "links", (int) view.elements().stream().filter(e -> e.link() != null).count(),
            "forms", view.forms().size(),
            "images", view.images().size(),
            "headings", view.headings().size(),
            "requests", session.requestsToRest(),
            "consoleErrors",
                (int) view.console().stream().filter(m -> m.level().equals("error")).count());
    return new PageSummary(view.url(), view.title(), view.vitals(), counts, screenshot);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<PageSummary> pages() {
    return List.copyOf(pages.values());
  }

  /** Addresses of states that were seen when no more were to be audited. */
  List<String> notKept() {
    return List.copyOf(notKept);
  }

  void leaveOut(String sentence) {
    notTested.add(sentence);
  }

  List<String> notTested() {
    return List.copyOf(notTested);
  }
}
