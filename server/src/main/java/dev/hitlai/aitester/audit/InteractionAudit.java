package dev.hitlai.aitester.audit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.browser.SparePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What shows only when controls are pressed: where the focus goes, whether what opens can be closed
 * again, whether states and counts are told to those who don't see them, and presses that fail or
 * that nothing answers. Pressed is in a page beside the one that is visited, from which nothing is
 * sent; each control once in a run, whoever of its personas sees it first.
 */
final class InteractionAudit extends PageAudit {
  private static final int MOST_PRESSED = 14;
  private static final String GUARD = Probes.resource("guard.js");
  private static final String INSTALL =
      "() => { const guard = window[Symbol.for('hitlai.guard')]; guard.armed = true;"
          + " window[Symbol.for('hitlai.try')] = (() => {\nconst dom = (() => {\n"
          + Probes.resource("dom.js")
          + "})();\n"
          + Probes.resource("interaction.js")
          + "})(); }";

  private final SparePage spares = new SparePage(GUARD);
  private final Set<String> met = new HashSet<>();
  private final Probes probes;
  private final Trials trials;

  InteractionAudit(Probes probes, Trials trials) {
    super("interaction", Agent.ACCESSIBILITY_AUDITOR, InteractionAdvice.ALL);
    this.probes = probes;
    this.trials = trials;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var page = subject.page();
    var controls = new LinkedHashMap<String, Hit>();
    probes.worthPressing(subject).stream()
        .filter(hit -> met.add(name(hit)))
        .limit(MOST_PRESSED)
        .forEach(hit -> controls.put(device(subject) + name(hit), hit));
    var mine = new LinkedHashMap<>(controls);
    mine.keySet().removeIf(control -> !trials.begin(control));
    if (!mine.isEmpty()) {
      try {
        spares.open(page, page.url(), spare -> new Trial(spare).of(mine)).forEach(trials::end);
      } finally {
        mine.keySet().forEach(control -> trials.end(control, List.of())); // Those that it cost.
      }
    }
    return controls.keySet().stream().flatMap(control -> trials.of(control).stream()).toList();
  }

  private static String name(Hit control) {
    return control.signature() + " " + control.identity();
  }

  /** Fingers may be answered otherwise than a mouse. */
  private static String device(AuditSubject subject) {
    return subject.persona().touch() + " ";
  }

  /** One page in which controls are pressed one after the other. */
  private static final class Trial {
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private final Consumer<String> listener = errors::add;

    Trial(Page page) {
      this.page = page;
    }

    /** What each control brought up, under its name. */
    Map<String, List<Hit>> of(Map<String, Hit> controls) {
      page.onPageError(listener);
      try {
        return press(controls);
      } finally {
        page.offPageError(listener);
      }
    }

    private Map<String, List<Hit>> press(Map<String, Hit> controls) {
      page.evaluate(INSTALL);
      var found = new HashMap<String, List<Hit>>();
      var spoken = new HashSet<String>();
      for (var name : controls.keySet()) {
        var control = controls.get(name);
        if (!spoken.isEmpty() && spoken.contains(control.signature())) {
          continue; // What is true of one is true of all from the same template.
        }
        try {
          boolean usable =
              control.rule().equals("total") ? total() : press(String.valueOf(control.selector()));
          var brought = hits();
          if (!brought.isEmpty()) {
            spoken.add(control.signature());
            found.put(name, brought);
          }
          if (!usable) {
            page.reload();
            page.evaluate(INSTALL);
          }
        } catch (PlaywrightException e) {
          page.reload(); // It left nevertheless; the others may still be tried.
          page.evaluate(INSTALL);
        }
      }
      return found;
    }

    private List<Hit> hits() {
      return PageScript.hits((String) tell("JSON.stringify(it.hits.splice(0))"));
    }

    private boolean total() {
      tell("it.totals()");
      return true;
    }

    /** False when the page can't be used for others as it is now. */
    private boolean press(String selector) {
      errors.clear();
      if (!pressed(selector)) {
        return true;
      }
      var next = (String) tell("it.first()");
      boolean usable = true;
      if (!errors.isEmpty()) {
        page.evaluate(on("it.threw(given)"), errors.getFirst());
      } else if (next.equals("close")) {
        usable = close();
      } else if (next.equals("again")) {
        pressAgain();
        tell("it.second()");
      } else if (next.equals("none")) {
        tell("it.deaf()");
      }
      return usable;
    }

    private boolean close() {
      page.keyboard().press(Boolean.TRUE.equals(tell("it.toClose()")) ? "Enter" : "Escape");
      if (Boolean.TRUE.equals(tell("it.closed()"))) {
        return true;
      }
      page.keyboard().press("Escape");
      return Boolean.TRUE.equals(tell("it.closed()"));
    }

    private boolean pressed(String selector) {
      var at =
          PageScript.place((String) page.evaluate(on("JSON.stringify(it.begin(given))"), selector));
      if (at == null || at.covered() && !at.focused()) {
        return false;
      }
      press(at);
      return true;
    }

    private void pressAgain() {
      var at = PageScript.place((String) tell("JSON.stringify(it.place())"));
      if (at != null) {
        press(at);
      }
    }

    private void press(PageScript.Place at) {
      if (at.focused()) {
        page.keyboard().press("Enter");
      } else {
        page.mouse().click(at.x(), at.y());
      }
    }

    private Object tell(String expression) {
      return page.evaluate(on(expression));
    }

    private static String on(String expression) {
      return "(given) => { const it = window[Symbol.for('hitlai.try')]; return "
          + expression
          + "; }";
    }
  }
}
