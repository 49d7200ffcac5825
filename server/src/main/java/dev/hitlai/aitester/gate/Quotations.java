package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Whether what a finding puts in quotes stands on the page, or was said on the way. */
final class Quotations {
  /** What our own rules quote as an example, written plainly; it stands on no page. */
  private static final Set<String> EXAMPLES =
      Stream.of(
              "Skip to content",
              "(required)",
              "required",
              "yes",
              "show",
              "reduce motion",
              "opens in a new tab",
              "(opens in a new tab)",
              "link",
              "image",
              "button",
              "address or password is wrong",
              "Send me offers by e-mail",
              "Search",
              "Pay €20.00 and order",
              "No, thanks",
              "First name",
              "Decline",
              "The slide show")
          .map(Claims::plain)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  private static final Pattern CLOCK = Pattern.compile("\\d:\\d\\d");

  private final RunIndex run;

  Quotations(RunIndex run) {
    this.run = run;
  }

  void check(
      Finding finding, List<PageIndex> pages, @Nullable Element element, List<Check> checks) {
    var recorded = Claims.plain(finding.evidence().measured().values().toString());
    var text = finding.title() + "\n" + finding.description();
    for (var quote : Claims.quotes(text)) {
      checks.add(check(quote, recorded, pages, element));
    }
  }

  /** What a person calls a group is the words in it, without those that are hidden. */
  private static boolean holdsWords(Element element, String quote) {
    var text = Claims.plain(element.text());
    var words = quote.replace("…", "").strip().split("\\s+");
    return words.length > 2
        && java.util.Arrays.stream(words).map(Claims::plain).allMatch(text::contains);
  }

  private Check check(
      String quote, String recorded, List<PageIndex> pages, @Nullable Element element) {
    var parts = Claims.parts(quote);
    if (parts.isEmpty() || EXAMPLES.contains(Claims.plain(quote))) {
      return Check.unknown("quotation", "“" + quote + "” is an example.");
    }
    if (element != null && element.tagName().equals(quote)) {
      return Check.holds("quotation", "“" + quote + "” is what the element is.");
    }
    if (pages.stream().anyMatch(page -> parts.stream().allMatch(page::says))) {
      return Check.holds("quotation", "“" + quote + "” stands on the page.");
    }
    if (parts.stream().allMatch(run::said)) {
      return Check.holds("quotation", "“" + quote + "” belongs to the run's mission or steps.");
    }
    if (parts.stream().allMatch(recorded::contains)) {
      return Check.holds("quotation", "“" + quote + "” was recorded with the evidence.");
    }
    if (element != null && holdsWords(element, quote)) {
      return Check.holds("quotation", "The words of “" + quote + "” stand in the element.");
    }
    if (run.pages().stream().anyMatch(page -> parts.stream().allMatch(page::says))) {
      return Check.holds("quotation", "“" + quote + "” stands on another page of the run.");
    }
    if (CLOCK.matcher(quote).find()
        && pages.stream().anyMatch(page -> parts.stream().allMatch(page::saysWithOtherNumbers))) {
      return Check.holds("quotation", "“" + quote + "” stands on the page; its time runs on.");
    }
    boolean allKept = !pages.isEmpty() && pages.stream().allMatch(page -> page.page().whole());
    return allKept
        ? Check.refutes("quotation", "“" + quote + "” stands nowhere on the page.")
        : Check.unknown("quotation", "“" + quote + "” can't be looked up: not all was kept.");
  }
}
