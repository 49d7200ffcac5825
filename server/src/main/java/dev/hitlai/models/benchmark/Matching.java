package dev.hitlai.models.benchmark;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.demosite.Defect;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out, in the live page, whether a finding and a planted defect mean the same: right page,
 * rule of the right family, and the same element, or one within the other.
 */
public final class Matching {
  private static final String SAME =
      """
      (pairs) => pairs.map(([a, b]) => {
        const all = (s) => { try { return [...document.querySelectorAll(s)]; } catch { return []; } };
        const whole = (e) => e === document.body || e === document.documentElement;
        const [mine, theirs] = [all(a), all(b)];
        return mine.some((x) => theirs.some((y) => x === y || (!whole(x) && x.contains(y)) || (!whole(y) && y.contains(x))));
      })
      """;

  private final List<Defect> defects;
  private final List<Finding> findings;
  private final Map<String, Set<String>> met = new TreeMap<>();
  private final Map<String, Set<String>> beside = new TreeMap<>();

  private record Candidate(Defect defect, Finding finding, String theirs, String ours) {}

  public Matching(List<Defect> defects, List<Finding> findings) {
    this.defects = defects;
    this.findings = findings;
    candidates("").stream()
        .filter(candidate -> candidate.theirs().isEmpty() || candidate.ours().isEmpty())
        .filter(candidate -> Families.match(candidate.defect().rule(), candidate.finding().rule()))
        .forEach(this::meet);
  }

  /** Compares the elements of all findings on the page that is open. */
  public void lookAt(Page page) {
    var candidates =
        candidates(path(page.url())).stream()
            .filter(candidate -> !candidate.theirs().isEmpty() && !candidate.ours().isEmpty())
            .toList();
    var pairs =
        candidates.stream()
            .map(candidate -> List.of(candidate.theirs(), candidate.ours()))
            .toList();
    if (page.evaluate(SAME, pairs) instanceof List<?> same) {
      for (int i = 0; i < candidates.size(); i++) {
        if (Boolean.TRUE.equals(same.get(i))) {
          take(candidates.get(i));
        }
      }
    }
  }

  private void take(Candidate candidate) {
    if (Families.match(candidate.defect().rule(), candidate.finding().rule())) {
      meet(candidate);
    } else {
      beside
          .computeIfAbsent(candidate.defect().id(), _ -> new TreeSet<>())
          .add(candidate.finding().rule());
    }
  }

  /** What was met up to now. */
  public Judgement judgement() {
    return new Judgement(defects, findings, new HashMap<>(met), new HashMap<>(beside));
  }

  private void meet(Candidate candidate) {
    met.computeIfAbsent(candidate.defect().id(), _ -> new TreeSet<>())
        .add(candidate.finding().fingerprint());
  }

  /** Pairs on this path; on any path when it is empty. */
  private List<Candidate> candidates(String path) {
    var candidates = new ArrayList<Candidate>();
    for (var finding : findings) {
      for (var defect : defects) {
        finding.occurrences().stream()
            .filter(place -> isAt(place, path) && defect.appliesTo(path(place.url())))
            .map(place -> candidate(defect, finding, place))
            .distinct()
            .forEach(candidates::add);
      }
    }
    return candidates;
  }

  private static Candidate candidate(Defect defect, Finding finding, Occurrence place) {
    var ours = place.selector();
    return new Candidate(defect, finding, defect.selector().orElse(""), ours == null ? "" : ours);
  }

  private static boolean isAt(Occurrence place, String path) {
    return path.isEmpty() || path(place.url()).equals(path);
  }

  private static String path(String url) {
    var path = URI.create(url.replaceAll("[?#].*$", "")).getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
