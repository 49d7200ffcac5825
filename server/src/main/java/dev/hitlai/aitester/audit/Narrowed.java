package dev.hitlai.aitester.audit;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page in windows that are smaller than the visitor's: half as wide, which is what 200 % zoom
 * leaves, and 320 px. Both are looked at in one go, since each change of the window is a new
 * layout; and once per template in a run, as its pages break alike.
 */
final class Narrowed {
  /** What 400 % zoom leaves of 1280 px (WCAG 1.4.10). */
  private static final int SMALLEST = 320;

  private static final int LEAST_WIDTH_TO_HALVE = 1000;
  private static final String CUT = script("(input)", "resize.js");
  private static final String WIDE = script("()", "reflow.js");
  private static final Looks NOTHING = new Looks(List.of(), List.of(), List.of());

  private final Set<String> measured = new HashSet<>();
  private @Nullable AuditSubject subject;
  private Looks known = NOTHING;

  /**
   * @param spaced texts that are cut off when letters and lines are spread
   * @param halved texts that are cut off in half the window, and not in the whole one
   * @param wide what makes the page wider than the smallest window
   */
  record Looks(List<Hit> spaced, List<Hit> halved, List<Hit> wide) {}

  private record Cut(List<Hit> now, List<Hit> spaced) {}

  Looks of(AuditSubject asked) {
    if (subject != asked) {
      subject = asked;
      known = measured.add(asked.view().template()) ? look(asked.page()) : NOTHING;
    }
    return known;
  }

  private static Looks look(Page page) {
    var before = page.viewportSize();
    if (before == null) {
      return NOTHING;
    }
    var whole = cut(page, "spacing");
    try {
      List<Hit> halved = List.of();
      if (before.width >= LEAST_WIDTH_TO_HALVE) {
        page.setViewportSize(before.width / 2, before.height / 2);
        halved = cut(page, "").now().stream().filter(hit -> isNew(hit, whole.now())).toList();
      }
      page.setViewportSize(SMALLEST, before.height);
      var wide = JsonMapper.shared().readValue((String) page.evaluate(WIDE), Hit[].class);
      return new Looks(whole.spaced(), halved, List.of(wide));
    } finally {
      page.setViewportSize(before.width, before.height);
    }
  }

  private static Cut cut(Page page, String what) {
    return JsonMapper.shared().readValue((String) page.evaluate(CUT, what), Cut.class);
  }

  private static boolean isNew(Hit hit, List<Hit> known) {
    return known.stream().noneMatch(old -> String.valueOf(old.selector()).equals(hit.selector()));
  }

  private static String script(String parameters, String name) {
    return parameters
        + " => {\nconst dom = (() => {\n"
        + Probes.resource("dom.js")
        + "})();\n"
        + Probes.resource(name)
        + "}";
  }
}
