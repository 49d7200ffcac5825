package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Box;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run's evidence, read once for all findings. */
final class RunIndex {
  private final RunEvidence evidence;
  private final Map<String, List<PageIndex>> byAddress = new HashMap<>();
  private final Map<String, List<PageIndex>> naming = new HashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final List<PageIndex> all = new ArrayList<>();
  private final Set<Double> numbers = new HashSet<>();
  private final StringBuilder said = new StringBuilder();

  RunIndex(RunEvidence evidence) {
    this.evidence = evidence;
    for (var page : evidence.pages()) {
      var index = new PageIndex(page);
      all.add(index);
      byAddress.computeIfAbsent(address(page.url()), _ -> new ArrayList<>()).add(index);
      visited.add(address(page.url()));
    }
    for (var step : evidence.steps()) {
      visited.add(address(step.url()));
      if (step.landing() != null) {
        visited.add(address(step.landing()));
      }
      say(step.label() + " " + step.detail());
      say(step.subGoal());
    }
    evidence.notKept().forEach(url -> visited.add(address(url)));
    evidence.words().forEach(this::say);
  }

  private void say(String words) {
    Claims.numbers(words).forEach(number -> numbers.add(Claims.value(number)));
    said.append('\u0001').append(Claims.plain(words));
  }

  RunEvidence evidence() {
    return evidence;
  }

  /** The kept states of a page; of an address that could not be opened, the pages that name it. */
  List<PageIndex> pages(String url) {
    var own = byAddress.get(address(url));
    return own == null ? naming.computeIfAbsent(url, this::naming) : own;
  }

  private List<PageIndex> naming(String url) {
    if (visited.contains(address(url))) {
      return List.of(); // Seen and not kept.
    }
    var local = Claims.plain(url.replaceFirst("^[a-z]+://[^/]+", ""));
    var plain = Claims.plain(url);
    return all.stream()
        .filter(page -> page.says(plain) || local.length() > 1 && page.says(local))
        .toList();
  }

  Collection<PageIndex> pages() {
    return all;
  }

  boolean visited(String url) {
    return visited.contains(address(url));
  }

  /** Whether a page links to the address or a request went there. */
  boolean mentions(String url) {
    return !naming.computeIfAbsent(url, this::naming).isEmpty();
  }

  /** Whether somebody on the way said it: a mission, a step. */
  boolean said(String plain) {
    return said.indexOf(plain) >= 0;
  }

  /** Whether a mission or a step is about a number. */
  boolean saidNumber(double value) {
    return numbers.contains(value);
  }

  @Nullable Box picture(String reference) {
    return evidence.pictures().get(reference);
  }

  private static String address(String url) {
    int hash = url.indexOf('#');
    var plain =
        hash < 0 || url.startsWith("!", hash + 1) || url.startsWith("/", hash + 1)
            ? url
            : url.substring(0, hash);
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
