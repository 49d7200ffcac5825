package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Box;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.gate.Check.Result;
import dev.hitlai.aitester.gate.GateVerdict.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Looks up every claim of a finding in what the browser kept. Two that fail reject it, or one that
 * can't be an accident: a quotation that stands nowhere, a measurement that comes out otherwise.
 */
final class Hallucination {
  private static final Pattern TAG = Pattern.compile("^<([a-zA-Z][\\w-]*)");

  /** How far a box may have moved since: bars stick, pictures load. */
  private static final double DRIFT = 48;

  /** Rules that measure on a page made narrower or larger for a moment. */
  private static final List<String> NARROWED = List.of("reflow", "resize", "orientation");

  private final RunIndex run;

  Hallucination(RunIndex run) {
    this.run = run;
  }

  GateVerdict judge(Finding finding) {
    var checks = checks(finding);
    long held = Check.count(checks, Result.HOLDS);
    long failed = Check.count(checks, Result.FAILS);
    long unknown = Check.count(checks, Result.UNKNOWN);
    boolean decisive =
        checks.stream().anyMatch(check -> check.result() == Result.FAILS && check.decisive());
    // That the page was visited says nothing of what is wrong with it.
    boolean checkedSomething = held > 1;
    var action =
        decisive || failed > 1
            ? Action.REJECTED
            : failed == 1 || !checkedSomething ? Action.HUMAN_REVIEW_REQUIRED : Action.APPROVED;
    double score = held + failed == 0 ? 0 : 100.0 * held / (held + failed);
    return new GateVerdict(
        Gate.HALLUCINATION,
        failed == 0,
        action,
        score,
        (double) (held + failed) / (held + failed + unknown),
        Check.failures(checks),
        reasoning(action, checks, held, failed),
        Check.evidence(checks));
  }

  private static String reasoning(Action action, List<Check> checks, long held, long failed) {
    if (failed > 0) {
      return String.join(" ", Check.failures(checks));
    }
    return action == Action.APPROVED
        ? held + " claims were looked up in what the browser kept, and all of them hold."
        : "Nothing that it claims can be looked up in what the browser kept.";
  }

  private List<Check> checks(Finding finding) {
    var checks = new ArrayList<Check>();
    var pages = run.pages(finding.url());
    checks.add(place(finding));
    var element = element(finding, pages, checks);
    new Quotations(run).check(finding, pages, element, checks);
    new Measurements(run).check(finding, pages, element, checks);
    picture(finding, element, checks);
    markup(finding, element, checks);
    new Trace(run).check(finding, checks);
    return checks;
  }

  private Check place(Finding finding) {
    for (var occurrence : finding.occurrences()) {
      if (!run.visited(occurrence.url()) && !run.mentions(occurrence.url())) {
        return Check.refutes("page", occurrence.url() + " was not visited by this run.");
      }
    }
    return run.visited(finding.url()) || run.mentions(finding.url())
        ? Check.holds("page", finding.url() + " was visited.")
        : Check.refutes("page", finding.url() + " was not visited by this run.");
  }

  private static @Nullable Element element(
      Finding finding, List<PageIndex> pages, List<Check> checks) {
    var selector = finding.selector();
    if (selector == null || pages.isEmpty()) {
      return null;
    }
    boolean readable = false;
    Element best = null;
    for (var page : pages) {
      var elements = page.select(selector);
      readable |= elements != null && page.page().whole();
      for (var element : elements == null ? List.<Element>of() : elements) {
        best = best == null || nearer(finding, element, best) ? element : best;
      }
    }
    if (best != null) {
      checks.add(Check.holds("selector", selector + " is on the page."));
    } else if (readable) {
      checks.add(Check.fails("selector", "No element of the page answers to " + selector + "."));
    } else {
      checks.add(Check.unknown("selector", selector + " can't be looked up: not all was kept."));
    }
    return best;
  }

  /** Several states of a page have the element in several places. */
  private static boolean nearer(Finding finding, Element one, Element other) {
    var claimed = finding.evidence().box();
    return claimed != null
        && apart(claimed, PageIndex.box(one)) < apart(claimed, PageIndex.box(other));
  }

  private static double apart(Box claimed, @Nullable Box box) {
    return box == null
        ? Double.MAX_VALUE
        : Math.abs(claimed.centerX() - box.centerX()) + Math.abs(claimed.centerY() - box.centerY());
  }

  private void picture(Finding finding, @Nullable Element element, List<Check> checks) {
    var box = finding.evidence().box();
    var reference = finding.evidence().screenshot();
    var frame = reference == null ? null : run.picture(reference);
    if (reference != null && frame == null) {
      checks.add(Check.unknown("screenshot", "The screenshot is not one of this run's."));
    }
    if (box == null) {
      return;
    }
    if (frame != null && !box.isEmpty()) {
      checks.add(
          frame.intersects(box)
              ? Check.holds("screenshot", "The screenshot shows the place.")
              : outside(finding, box));
    }
    if (NARROWED.stream().anyMatch(finding.rule()::startsWith)) {
      checks.add(Check.unknown("box", "It was measured on a narrowed page."));
      return;
    }
    var kept = element == null ? null : PageIndex.box(element);
    if (kept != null && !kept.isEmpty() && !box.isEmpty()) {
      checks.add(
          near(box, kept)
              ? Check.holds("box", "The element is where it is said to be.")
              : Check.refutes(
                  "box",
                  "The element is at %.0f, %.0f and not at %.0f, %.0f."
                      .formatted(kept.x(), kept.y(), box.x(), box.y())));
    }
  }

  /** A picture ends somewhere; a box beyond the page's own edges is another matter. */
  private Check outside(Finding finding, Box box) {
    var pages = run.pages(finding.url());
    boolean onPage =
        pages.isEmpty()
            || pages.stream()
                .anyMatch(
                    page ->
                        box.y() <= page.page().height() + DRIFT
                            && box.x() <= page.page().width() + DRIFT
                            && box.x() + box.width() >= 0
                            && box.y() + box.height() >= 0);
    return onPage
        ? Check.unknown("screenshot", "The place lies outside of the screenshot.")
        : Check.fails("screenshot", "The place lies outside of the page.");
  }

  private static boolean near(Box claimed, Box kept) {
    double dx = Math.abs(claimed.centerX() - kept.centerX());
    double dy = Math.abs(claimed.centerY() - kept.centerY());
    return dx <= Math.max(DRIFT, kept.width() / 2) && dy <= Math.max(DRIFT, kept.height() / 2);
  }

  private static void markup(Finding finding, @Nullable Element element, List<Check> checks) {
    var html = finding.evidence().html();
    if (html == null || element == null) {
      return;
    }
    var tag = TAG.matcher(html.strip());
    if (tag.find()) {
      checks.add(
          tag.group(1).equalsIgnoreCase(element.tagName())
              ? Check.holds(
                  "markup", "The element is the <" + element.tagName() + "> it is said to be.")
              : Check.fails(
                  "markup",
                  "The element is a <" + element.tagName() + ">, not a <" + tag.group(1) + ">."));
    }
  }
}
