package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what a finding puts in quotes stands on the page, or was said on the way. */
final class Quotations {
  /** What our own rules quote as an example, written plainly; it stands on no page. */
  private static final Set<String> EXAMPLES =
      Stream.of(
              "Skip to content", "(required)", "required", "yes", "show", "reduce motion",
              "opens in a new tab", "(opens in a new tab)", "link", "image", "button",
              "address or password is wrong", "Send me offers by e-mail", "Search",
              "Pay €20.00 and order", "No, thanks", "First name", "Decline")
          .map(Claims::plain)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  private final RunIndex run;

  Quotations(RunIndex run) {
    this.run = run;
  }

  void check(Finding finding, List<PageIndex> pages, List<Check> checks) {
    var text = finding.title() + "\n" + finding.description();
    for (var quote : Claims.quotes(text)) {
      checks.add(check(quote, finding, pages));
    }
  }

  private Check check(String quote, Finding finding, List<PageIndex> pages) {
    var parts = Claims.parts(quote);
    if (parts.isEmpty() || EXAMPLES.contains(Claims.plain(quote))) {
      return Check.unknown("quotation", "“" + quote + "” is an example.");
    }
    if (pages.stream().anyMatch(page -> parts.stream().allMatch(page::says))) {
      return Check.holds("quotation", "“" + quote + "” stands on the page.");
    }
    if (run.pages().stream().anyMatch(page -> parts.stream().allMatch(page::says))) {
      return Check.holds("quotation", "“" + quote + "” stands on another page of the run.");
    }
    if (parts.stream().allMatch(run::said)) {
      return Check.holds("quotation", "“" + quote + "” belongs to the run's mission or steps.");
    }
    boolean allKept = !pages.isEmpty() && pages.stream().allMatch(page -> page.page().whole());
    return allKept
        ? Check.refutes("quotation", "“" + quote + "” stands nowhere on the page.")
        : Check.unknown("quotation", "“" + quote + "” can't be looked up: not all was kept.");
  }
}
