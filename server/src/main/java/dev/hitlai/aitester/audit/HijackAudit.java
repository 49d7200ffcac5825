package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import dev.hitlai.guard.Guard;
import dev.hitlai.guard.Threat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text that gives orders to an AI: the page attacks whoever sends an assistant there, or carries
 * what somebody else wrote into it.
 */
final class HijackAudit extends ProbeAudit {
  private static final int KEPT = 5_000;

  /** Whole sentences of the page are quoted to this length. */
  private static final int QUOTE = 160;

  /** What was judged before: headers and footers are on every page. */
  private final Map<String, List<Threat>> judged =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Threat>> eldest) {
          return size() > KEPT;
        }
      };

  private final Guard guard = Guard.standard();

  HijackAudit(Probes probes) {
    super(
        "hijack",
        Agent.SECURITY_AUDITOR,
        probes,
        List.of(
            on(
                "visible",
                Rule.of("hijack/visible", Category.SECURITY, Impact.MAJOR, 0.8),
                "The page gives orders to AI assistants: {element}",
                "{reason} It stands in {way}: “{excerpt}” Assistants that people send to this page"
                    + " may do what it says instead of what they were asked.",
                "Remove it. Where visitors write the text, check what they write and mark it as"
                    + " theirs."),
            on(
                "hidden",
                Rule.of("hijack/hidden", Category.SECURITY, Impact.BLOCKING, 0.85),
                "Hidden text gives orders to AI assistants: {element}",
                "{reason} People don't see it, because it is {way}: “{excerpt}” Assistants read"
                    + " it and may do what it says.",
                "Remove it, and find out who put it there: nobody writes it by accident.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var found = new ArrayList<Hit>();
    var excerpts = new HashMap<String, Hit>();
    var candidates = new ArrayList<>(super.hits(subject));
    // A part says where it is more exactly than what it is a part of.
    candidates.sort(
        Comparator.comparing((Hit hit) -> hit.word("way").equals("text split over elements")));
    for (var hit : candidates) {
      var threats = judged.computeIfAbsent(hit.word("words"), guard::orders);
      if (!threats.isEmpty()) {
        var told = told(hit, threats.getFirst());
        if (excerpts.putIfAbsent(hit.word("way") + told.label(), told) == null
            && !(hit.word("way").startsWith("text split") && covered(found, hit))) {
          found.add(told);
        }
      }
    }
    return found;
  }

  private static boolean covered(List<Hit> found, Hit whole) {
    return found.stream().anyMatch(part -> whole.word("words").contains(part.label()));
  }

  /** Invisible characters alone make a text hidden, wherever it stands. */
  private static Hit told(Hit hit, Threat threat) {
    var measured = new HashMap<>(hit.measured());
    measured.put("reason", threat.reason());
    measured.put("excerpt", shortened(threat.excerpt()));
    measured.put("kind", threat.kind().name());
    measured.put("score", threat.score());
    measured.remove("words");
    boolean invisible =
        threat.kind() == Threat.Kind.HIDDEN_TEXT
            || threat.reason().contains("invisible")
            || threat.reason().contains("zero-width");
    return new Hit(
        invisible ? "hidden" : hit.rule(),
        hit.selector(),
        hit.signature(),
        hit.identity() + ":" + threat.excerpt(),
        shortened(threat.excerpt()),
        hit.html(),
        hit.box(),
        measured);
  }

  private static String shortened(String words) {
    var line = words.replace('\n', ' ');
    return line.length() > QUOTE ? line.substring(0, QUOTE - 1) + "…" : line;
  }
}
