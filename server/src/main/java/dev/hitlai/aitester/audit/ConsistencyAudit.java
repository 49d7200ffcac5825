package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.Finding.Occurrence;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one part of the site says and another denies; remembers the pages of the run. */
final class ConsistencyAudit extends ProbeAudit {
  private static final int MOST = 2_000;

  private final Map<String, Told> statements = new LinkedHashMap<>();
  private final Map<String, Told> listed = new HashMap<>();

  /** A hit and the page on which it was made. */
  private record Told(Hit hit, Statement statement, String url) {}

  ConsistencyAudit(Probes probes) {
    super(
        "consistency",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "statement",
                Rule.of("consistency/statement", Category.CONTENT, Impact.MAJOR, 0.75),
                "Two statements contradict each other: {element} and “{other}”",
                "People rely on the one that they happen to read, and quarrel later.",
                "Decide which one holds, {said} or {otherSaid}, and state it in one place that the"
                    + " others link to."),
            on(
                "price",
                Rule.of("consistency/price", Category.FUNCTIONAL, Impact.MAJOR, 0.75),
                "The list promises {listed}, the page says {element}",
                "People feel lured by a price that they don't get.",
                "Take both from the same source."),
            on(
                "action",
                Rule.of("consistency/action", Category.CONTENT, Impact.COSMETIC, 0.7),
                "The button {element} belongs to “{section}”: does it bind?",
                "One word speaks of a deal, the other of a question; people don't know what their"
                    + " press commits them to.",
                "Call the same thing by the same name, and say when it binds.")));
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var url = subject.view().url();
    var hits = new ArrayList<Hit>();
    for (var hit : super.hits(subject)) {
      switch (hit.rule()) {
        case "statement" -> compare(hits, hit, url);
        case "listed" -> remember(hit, url);
        case "priced" -> {}
        default -> hits.add(hit);
      }
    }
    comparePrices(hits, super.hits(subject));
    return hits;
  }

  private void compare(List<Hit> hits, Hit hit, String url) {
    var statement = Statement.of(hit);
    statements.values().stream()
        .filter(other -> other.statement().contradicts(statement))
        .findFirst()
        .ifPresent(other -> hits.add(contradiction(hit, other)));
    if (statements.size() < MOST) {
      statements.putIfAbsent(hit.label(), new Told(hit, statement, url));
    }
  }

  private static Hit contradiction(Hit hit, Told other) {
    var measured = new HashMap<>(hit.measured());
    measured.put("other", other.hit().label());
    measured.put("otherSaid", other.hit().word("said"));
    measured.put("otherUrl", other.url());
    measured.put("otherSelector", Objects.requireNonNullElse(other.hit().selector(), ""));
    return with(hit, "statement", hit.label(), measured);
  }

  private void remember(Hit hit, String url) {
    if (listed.size() < MOST) {
      listed.putIfAbsent(hit.word("target"), new Told(hit, Statement.of(hit), url));
    }
  }

  /** The price of the linked page is another when none of its own is the one that was listed. */
  private void comparePrices(List<Hit> hits, List<Hit> all) {
    var own = all.stream().filter(hit -> hit.rule().equals("priced")).toList();
    if (own.isEmpty()) {
      return;
    }
    var promised = listed.get(own.getFirst().word("path"));
    if (promised == null) {
      return;
    }
    var alike = own.stream().filter(hit -> sameKind(hit, promised.hit())).toList();
    boolean kept =
        alike.stream()
            .anyMatch(
                hit -> Math.abs(hit.number("amount") - promised.hit().number("amount")) < 0.005);
    if (!alike.isEmpty() && !kept) {
      var measured = new HashMap<>(alike.getFirst().measured());
      measured.put("listed", price(promised.hit()));
      hits.add(with(alike.getFirst(), "price", "", measured));
    }
  }

  private static boolean sameKind(Hit one, Hit other) {
    return one.word("unit").equals(other.word("unit"))
        && one.word("currency").equals(other.word("currency"));
  }

  private static String price(Hit hit) {
    double amount = hit.number("amount");
    var digits =
        amount == Math.rint(amount)
            ? String.valueOf((long) amount)
            : String.format(java.util.Locale.ROOT, "%.2f", amount);
    return hit.word("currency") + digits;
  }

  private static Hit with(Hit hit, String rule, String identity, Map<String, Object> measured) {
    return new Hit(
        rule,
        hit.selector(),
        hit.signature(),
        identity,
        hit.label(),
        hit.html(),
        hit.box(),
        measured);
  }

  /** The other page of a contradiction is a place of it too. */
  @Override
  List<Occurrence> elsewhere(Hit hit, AuditSubject subject) {
    var url = hit.word("otherUrl");
    var selector = hit.word("otherSelector");
    return url.isEmpty()
        ? List.of()
        : List.of(
            new Occurrence(url, selector.isEmpty() ? null : selector, subject.persona().name()));
  }
}
