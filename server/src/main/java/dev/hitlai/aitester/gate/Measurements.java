package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.page.PageView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Computes a finding's numbers anew from what was kept, and looks up the ones in its words. */
final class Measurements {
  private final RunIndex run;

  Measurements(RunIndex run) {
    this.run = run;
  }

  void check(
      Finding finding, List<PageIndex> pages, @Nullable Element element, List<Check> checks) {
    var measured = finding.evidence().measured();
    if (measured.get("contrast") instanceof Number contrast
        && finding.rule().contains("contrast")) {
      contrast(contrast.doubleValue(), measured, element, checks);
    }
    if (measured.containsKey("needed")
        && measured.get("width") instanceof Number width
        && measured.get("height") instanceof Number height) {
      size(width.doubleValue(), height.doubleValue(), element, checks);
    }
    if (measured.get("shown") instanceof Number shown && element != null) {
      shown(shown.doubleValue(), element, checks);
    }
    if (measured.get("columns") instanceof Number columns
        && measured.get("rows") instanceof Number rows
        && element != null) {
      table(columns.intValue(), rows.intValue(), element, checks);
    }
    if (measured.get("kilobytes") instanceof Number kilobytes && name(measured) != null) {
      weight(kilobytes.doubleValue(), measured, pages, checks);
    }
    new Numbers(run).check(finding, pages, element, checks);
  }

  private static void contrast(
      double claimed, Map<String, Object> measured, @Nullable Element element, List<Check> checks) {
    var front = Colours.luminance(measured.get("foreground"));
    var back = Colours.luminance(measured.get("background"));
    if (front != null && back != null) {
      double ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      checks.add(agree("contrast", claimed, ratio, 0.06, "of the two colours"));
    }
    double kept = element == null ? 0 : PageIndex.computed(element, "_k");
    if (kept > 0 && measured.get("foreground") == null) {
      checks.add(
          agree("contrast", claimed, kept, Math.max(0.2, kept * 0.05), "of the element's text"));
    }
  }

  private static void size(
      double width, double height, @Nullable Element element, List<Check> checks) {
    var box = element == null ? null : PageIndex.box(element);
    if (box == null || box.isEmpty()) {
      return;
    }
    // What can be pressed may be larger than the element, by its label or its inner parts.
    checks.add(
        agree("width", width, box.width(), Math.max(2, box.width() * 0.1), "of the element"));
    checks.add(
        agree("height", height, box.height(), Math.max(2, box.height() * 0.1), "of the element"));
  }

  private static void shown(double shown, Element element, List<Check> checks) {
    var box = PageIndex.box(element);
    if (box != null && !box.isEmpty()) {
      checks.add(agree("width", shown, box.width(), Math.max(2, box.width() * 0.1), "as shown"));
    }
  }

  private static void table(int columns, int rows, Element element, List<Check> checks) {
    var lines = element.select("tr");
    int widest = lines.stream().mapToInt(line -> line.select("> td, > th").size()).max().orElse(0);
    checks.add(agree("rows", rows, lines.size(), 0, "of the table"));
    checks.add(agree("columns", columns, widest, 0, "of the table"));
  }

  private static @Nullable String name(Map<String, Object> measured) {
    return measured.get("src") instanceof String src
        ? src
        : measured.get("path") instanceof String path ? path : null;
  }

  private static void weight(
      double claimed, Map<String, Object> measured, List<PageIndex> pages, List<Check> checks) {
    var name = String.valueOf(name(measured));
    var file = name.substring(name.lastIndexOf('/') + 1);
    pages.stream()
        .flatMap(page -> page.page().requests().stream())
        .filter(request -> !file.isEmpty() && request.url().contains(file))
        .map(PageView.Request::bytes)
        .map(bytes -> bytes / 1000.0)
        .min(Comparator.comparingDouble(kilobytes -> Math.abs(kilobytes - claimed)))
        .ifPresent(
            kilobytes ->
                checks.add(
                    agree("kilobytes", claimed, kilobytes, 1 + kilobytes * 0.02, "of " + file)));
  }

  private static Check agree(
      String what, double claimed, double computed, double tolerance, String of) {
    return Math.abs(claimed - computed) <= tolerance
        ? Check.holds(
            what, "The " + what + " " + of + " comes out as " + shown(claimed) + " again.")
        : Check.refutes(
            what,
            "The %s %s comes out as %s and not as %s."
                .formatted(what, of, shown(computed), shown(claimed)));
  }

  static String shown(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Numbers in a finding's title and description: each comes from somewhere. */
  static final class Numbers {
    /** Limits of standards that our rules name: WCAG, web vitals, typography, viewports. */
    private static final Set<Double> LIMITS =
        Set.of(
            0.0, 0.1, 1.0, 1.5, 2.0, 2.5, 3.0, 4.5, 7.0, 12.0, 14.0, 16.0, 20.0, 24.0, 44.0, 45.0,
            47.0, 60.0, 100.0, 200.0, 320.0, 400.0, 800.0);

    /** What an engine says of its own rules, with numbers of paragraphs in it. */
    private static final Set<String> LABELS = Set.of("tags", "help", "impact");

    private final RunIndex run;

    Numbers(RunIndex run) {
      this.run = run;
    }

    void check(
        Finding finding, List<PageIndex> pages, @Nullable Element element, List<Check> checks) {
      var known = known(finding);
      if (element != null) {
        collect(element.text(), known);
      }
      boolean ofPage = element == null && finding.evidence().measured().isEmpty();
      for (var number :
          new HashSet<>(Claims.numbers(finding.title() + "\n" + finding.description()))) {
        double value = Claims.value(number);
        if (LIMITS.contains(value)) {
          continue;
        }
        if (known.stream().anyMatch(one -> same(one, value))) {
          checks.add(Check.holds("number", number + " was measured."));
        } else if (run.saidNumber(value)
            || ofPage && pages.stream().anyMatch(page -> page.hasNumber(value))) {
          checks.add(Check.holds("number", number + " stands on the page."));
        } else {
          checks.add(Check.fails("number", number + " was neither measured nor seen."));
        }
      }
    }

    private static List<Double> known(Finding finding) {
      var known = new ArrayList<Double>();
      finding
          .evidence()
          .measured()
          .forEach(
              (name, value) -> {
                if (!LABELS.contains(name)) {
                  collect(value, known);
                }
              });
      var box = finding.evidence().box();
      if (box != null) {
        known.addAll(List.of(box.width(), box.height()));
      }
      known.add((double) finding.occurrences().size());
      collect(finding.url(), known);
      return known;
    }

    private static void collect(@Nullable Object value, List<Double> known) {
      switch (value) {
        case null -> {}
        case Number number -> known.add(number.doubleValue());
        case List<?> list -> {
          known.add((double) list.size());
          list.forEach(one -> collect(one, known));
        }
        default -> {
          var matcher =
              java.util.regex.Pattern.compile("\\d+(?:\\.\\d+)?").matcher(value.toString());
          while (matcher.find()) {
            if (matcher.group().length() < 16) {
              known.add(Double.parseDouble(matcher.group()));
            }
          }
        }
      }
    }

    /** As it was measured, rounded, in the next larger unit, or as a share of a hundred. */
    private static boolean same(double known, double said) {
      for (double scaled : new double[] {known, known / 1000, known * 100, known / 1024}) {
        for (double digits : new double[] {1, 10, 100}) {
          if (Math.abs(Math.rint(scaled * digits) / digits - said) < 1e-9) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
