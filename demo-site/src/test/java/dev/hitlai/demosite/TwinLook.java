package dev.hitlai.demosite;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at states of a site and writes down what a clean one wouldn't have. */
final class TwinLook {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Elements to press that are smaller than 44 pixels and don't stand in running text. */
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, [aria-hidden=true]')
            && e.type !== 'hidden' && !e.classList.contains('skip'))
        .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
        .filter(e => !(e.type === 'checkbox' || e.type === 'radio')
            || !e.closest('.check')?.querySelector('label'))
        .filter(e => { const box = e.getBoundingClientRect();
                       return box.height < 43.5 || box.width < 24; })
        .map(e => e.outerHTML.slice(0, 120))
      """;

  private static final String OVERFLOW =
      """
      () => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 120))
      """;

  private final List<String> axe = new ArrayList<>();
  private final List<String> narrow = new ArrayList<>();
  private final List<String> console = new ArrayList<>();
  private final Map<String, String> titles = new HashMap<>();

  void listen(Page page) {
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            console.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(console::add);
    page.onRequestFailed(request -> console.add("failed: " + request.url()));
  }

  void at(String state, Page page) {
    new AxeBuilder(page)
        .setLegacyMode(true)
        .withTags(RULES)
        .analyze()
        .getViolations()
        .forEach(rule -> axe.add(state + ": " + inShort(rule)));
    if (state.startsWith("/")) {
      titles.merge(page.title(), state, (one, other) -> one + " and " + other);
    }
    page.setViewportSize(320, 900);
    narrow.addAll(found(state + " overflows", page.evaluate(OVERFLOW)));
    narrow.addAll(found(state + " small", page.evaluate(SMALL_TARGETS)));
  }

  List<String> axe() {
    return axe;
  }

  List<String> narrow() {
    return narrow;
  }

  List<String> console() {
    return console;
  }

  Map<String, String> titles() {
    return titles;
  }

  private static List<String> found(String state, Object elements) {
    return ((List<?>) elements).stream().map(element -> state + ": " + element).toList();
  }

  private static String inShort(Rule rule) {
    return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
  }
}
