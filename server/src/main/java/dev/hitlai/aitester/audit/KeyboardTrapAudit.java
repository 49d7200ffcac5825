package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places that the keyboard gets into but not out of, found by pressing Tab for real, then Shift+Tab
 * and Escape, then whatever the page advises. Only pages that react to keys or to the focus are
 * walked: without a script nothing traps.
 */
final class KeyboardTrapAudit extends PageAudit {
  private static final int MOST_STOPS = 40;
  private static final int MOST_WALKED = 160;
  private static final double MOST_OF_ALL = 0.8;
  private static final int MOST_TRIED = 5;
  private static final int PAUSE = 25;
  private static final Set<String> SUSPECT = Set.of("blur", "focusout", "focus", "focusin");
  private static final Pattern TAB =
      Pattern.compile("['\"`]Tab['\"`]|(?:keyCode|which)\\s*={2,3}\\s*9\\b");
  private static final Pattern ADVICE =
      Pattern.compile(
          "(?i)\\b(?:press|use|hit|type|with|drücken sie|appuyez"
              + " sur)\\s+(?:the\\s+)?((?:(?:ctrl|control|strg|alt|shift|cmd)\\s*[+-]\\s*)*(?:[a-z0-9]|f\\d{1,2}|esc(?:ape)?|enter|arrow\\w*|home|end))\\b");

  private final Listeners listeners;

  KeyboardTrapAudit(Listeners listeners) {
    super(
        "keyboard-trap",
        Agent.ACCESSIBILITY_AUDITOR,
        List.of(
            on(
                "",
                Rule.of("keyboard/trap", Category.ACCESSIBILITY, Impact.BLOCKING, 0.9)
                    .wcag("2.1.2"),
                "The keyboard gets stuck at {element}",
                "Neither Tab nor Shift+Tab nor Escape leads out again, and no other way is told"
                    + " that works; without a mouse the visit ends here.",
                "Let Tab leave it: don't set the focus back when it is lost; in a dialog let"
                    + " Escape and a Close button lead out.")));
    this.listeners = listeners;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    boolean suspicious =
        listeners.of(subject).stream()
            .anyMatch(
                listener ->
                    SUSPECT.contains(listener.type()) && listener.source().contains("focus")
                        || listener.type().equals("keydown")
                            && (TAB.matcher(listener.source()).find()
                                || !listener.onWindow()
                                    && listener.source().contains("preventDefault")));
    if (!suspicious) {
      return List.of();
    }
    var page = subject.page();
    try {
      var stuck = new Walk(page).stuckAt();
      return stuck == null ? List.of() : List.of(stuck);
    } finally {
      page.evaluate(Walk.LEAVE);
    }
  }

  /** One way through the page with the keyboard. */
  private static final class Walk {
    private static final String COUNT =
        "() => { const stops = [...document.querySelectorAll('a[href], button, input, select,"
            + " textarea, summary, iframe, [tabindex], [contenteditable]')].filter((el) =>"
            + " el.tabIndex >= 0 && !el.disabled && !el.closest('[inert]') &&"
            + " el.checkVisibility({ visibilityProperty: true })); window.__hitlaiStops = stops;"
            + " if (document.activeElement) document.activeElement.blur(); return stops.length; }";

    /** Asked only after the page's own short timers had their turn: they are what sets traps. */
    private static final String WHERE =
        "async () => { await new Promise((done) => setTimeout(done, "
            + PAUSE
            + ")); let el = document.activeElement; while (el && el.shadowRoot &&"
            + " el.shadowRoot.activeElement) el = el.shadowRoot.activeElement; if (!el || el ==="
            + " document.body) return -1; const at = window.__hitlaiStops.indexOf(el); if (at < 0)"
            + " { window.__hitlaiStops.push(el); return window.__hitlaiStops.length - 1; } return"
            + " at; }";

    private static final String RECORD =
        "() => { const seen = (window.__hitlaiSeen = []); window.__hitlaiSaw = (event) =>"
            + " seen.push(window.__hitlaiStops.indexOf(event.composedPath()[0]));"
            + " document.addEventListener('focusin', window.__hitlaiSaw, true); }";
    private static final String RECORDED =
        "async () => { await new Promise((done) => setTimeout(done, 60));"
            + " document.removeEventListener('focusin', window.__hitlaiSaw, true); const seen ="
            + " window.__hitlaiSeen; delete window.__hitlaiSeen; delete window.__hitlaiSaw; return"
            + " seen; }";
    private static final String TELL =
        "(at) => {\nconst dom = (() => {\n"
            + Probes.resource("dom.js")
            + "})();\nconst el = window.__hitlaiStops[at]; return { selector: dom.selector(el),"
            + " label: dom.name(el) || dom.text(el) || el.tagName.toLowerCase(), html:"
            + " dom.html(el) }; }";
    private static final String HELP =
        "(at) => { const el = window.__hitlaiStops[at]; return"
            + " /help|how|exit|leave|keyboard|hilfe|aide/i.test(el.textContent +"
            + " (el.getAttribute('aria-label') || '')); }";
    static final String LEAVE =
        "() => { if (document.activeElement) document.activeElement.blur(); delete"
            + " window.__hitlaiStops; }";

    private final Page page;

    Walk(Page page) {
      this.page = page;
    }

    @Nullable Hit stuckAt() {
      int stops = ((Number) page.evaluate(COUNT)).intValue();
      if (stops == 0 || stops > MOST_WALKED) {
        return null;
      }
      var quick = walkedAtOnce(stops);
      if (quick.size() == stops && new HashSet<>(quick).size() == stops) {
        return null; // All were reached, one after the other.
      }
      if (stops > MOST_STOPS) {
        return stuckOnALongWay(stops);
      }
      page.evaluate(
          "() => window.__hitlaiStops[0].focus()"); // Browsers go on from where they were.
      var visited = new ArrayList<>(List.of(where()));
      int presses = 2 * stops + 4;
      for (int i = 0; i < presses; i++) {
        int at = press("Tab");
        if (at < 0 && !visited.isEmpty()) {
          return null; // Out of the page: back to the browser's own controls.
        }
        if (at >= 0) {
          visited.add(at);
        }
        if (roundTrip(visited, stops)) {
          return null;
        }
      }
      var trap = new HashSet<>(visited.subList(visited.size() / 2, visited.size()));
      return trap.isEmpty() || trap.size() >= stops || escapes(trap, stops) ? null : hit(trap);
    }

    /**
     * A quick walk: where the focus goes from stop to stop and nothing else moves it, there is no
     * trap, and nothing has to be waited for.
     */
    private List<Integer> walkedAtOnce(int presses) {
      page.evaluate(RECORD);
      for (int i = 0; i < presses; i++) {
        page.keyboard().press("Tab");
      }
      @SuppressWarnings("unchecked")
      var visited = (List<Integer>) page.evaluate(RECORDED);
      page.evaluate(COUNT);
      return visited;
    }

    /**
     * On a page with many stops the way is not walked slowly: what the focus goes round in at the
     * end of half a way more than there are stops is a trap, if nothing leads out.
     */
    private @Nullable Hit stuckOnALongWay(int stops) {
      var visited = walkedAtOnce(stops + stops / 2);
      if (visited.size() < stops + stops / 4) {
        return null; // It left the page meanwhile.
      }
      int last = visited.size() - 1;
      int before = visited.subList(0, last).lastIndexOf(visited.get(last));
      if (before < 0 || last - before > stops * MOST_OF_ALL) {
        return null; // It never came by here before, or it goes round the whole page.
      }
      var trap = new HashSet<>(visited.subList(before, last));
      trap.remove(-1);
      return trap.isEmpty() || escapes(trap, stops) ? null : hit(trap);
    }

    /** Every stop was reached and the first one again. */
    private static boolean roundTrip(List<Integer> visited, int stops) {
      return visited.size() > stops
          && new HashSet<>(visited).size() >= stops
          && visited.getLast().equals(visited.getFirst());
    }

    private boolean escapes(Set<Integer> trap, int stops) {
      if (leaves(trap, "Shift+Tab", Math.min(stops, trap.size() + 2))) {
        return true;
      }
      into(trap);
      press("Escape");
      if (!inside(trap) || leaves(trap, "Tab", trap.size() + 1)) {
        return true;
      }
      return advised().stream().anyMatch(keys -> pressedOut(trap, keys))
          || helped(trap) && advised().stream().anyMatch(keys -> pressedOut(trap, keys));
    }

    private boolean leaves(Set<Integer> trap, String key, int times) {
      into(trap);
      for (int i = 0; i < times; i++) {
        if (!trap.contains(press(key))) {
          return true;
        }
      }
      return false;
    }

    private boolean pressedOut(Set<Integer> trap, String keys) {
      for (int i = 0; i <= Math.min(trap.size(), MOST_TRIED); i++) {
        into(trap);
        for (int j = 0; j < i; j++) {
          press("Tab");
        }
        press(keys);
        if (!inside(trap) || !trap.contains(press("Tab"))) {
          return true;
        }
      }
      return false;
    }

    /** A stop in the trap that promises help is used. */
    private boolean helped(Set<Integer> trap) {
      for (int at : trap) {
        if (Boolean.TRUE.equals(page.evaluate(HELP, at))) {
          page.evaluate("(at) => window.__hitlaiStops[at].click()", at);
          return true;
        }
      }
      return false;
    }

    /** The key combinations that the page's visible text advises. */
    private List<String> advised() {
      var text = (String) page.evaluate("() => document.body.innerText");
      return ADVICE
          .matcher(text)
          .results()
          .map(found -> keys(found.group(1)))
          .distinct()
          .limit(3)
          .toList();
    }

    private static String keys(String told) {
      var keys =
          told.toLowerCase(java.util.Locale.ROOT)
              .replaceAll("\\s*[+-]\\s*", "+")
              .replaceAll("\\b(ctrl|strg|control)\\b", "Control")
              .replaceAll("\\balt\\b", "Alt")
              .replaceAll("\\bshift\\b", "Shift")
              .replaceAll("\\bcmd\\b", "Meta")
              .replaceAll("\\besc(ape)?\\b", "Escape")
              .replaceAll("\\benter\\b", "Enter")
              .replaceAll("\\bhome\\b", "Home")
              .replaceAll("\\bend\\b", "End");
      return keys.matches(".*arrow.*") ? "ArrowDown" : keys.replaceAll("\\bf(\\d+)$", "F$1");
    }

    private void into(Set<Integer> trap) {
      if (!inside(trap)) {
        page.evaluate("(at) => window.__hitlaiStops[at].focus()", trap.iterator().next());
      }
    }

    private boolean inside(Set<Integer> trap) {
      return trap.contains(where());
    }

    private int press(String keys) {
      page.keyboard().press(keys);
      return where();
    }

    private int where() {
      return ((Number) page.evaluate(WHERE)).intValue();
    }

    private Hit hit(Set<Integer> trap) {
      int at = trap.iterator().next();
      @SuppressWarnings("unchecked")
      var told = (Map<String, String>) page.evaluate(TELL, at);
      var label = String.valueOf(told.get("label"));
      return new Hit(
          "",
          told.get("selector"),
          "trap",
          label,
          label,
          told.get("html"),
          null,
          Map.of("stops", trap.size()));
    }
  }
}
