package dev.hitlai.alignment.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * A conjunction: what it leaves to each fact, and what else it demands (expression → whether it has
 * to hold).
 */
record Term(Map<String, Domain> domains, Map<String, Boolean> others, boolean impossible) {
  static final Term TRUE = new Term(Map.of(), Map.of(), false);

  static Term of(String fact, Domain domain) {
    return new Term(Map.of(fact, domain), Map.of(), domain.isEmpty());
  }

  static Term of(String expression, boolean holds) {
    return new Term(Map.of(), Map.of(expression, holds), false);
  }

  Term and(Term other) {
    var allDomains = new HashMap<>(domains);
    other.domains.forEach((fact, domain) -> allDomains.merge(fact, domain, Domain::and));
    var allOthers = new HashMap<>(others);
    boolean never = impossible || other.impossible;
    for (var one : other.others.entrySet()) {
      var before = allOthers.put(one.getKey(), one.getValue());
      never |= before != null && !before.equals(one.getValue());
    }
    never |= allDomains.values().stream().anyMatch(Domain::isEmpty);
    return new Term(allDomains, allOthers, never);
  }

  /** Whether the other one holds wherever this one does; false when that can't be seen. */
  boolean implies(Term other) {
    return impossible
        || other.domains.entrySet().stream()
                .allMatch(
                    demand ->
                        domains.getOrDefault(demand.getKey(), Domain.ANY).within(demand.getValue()))
            && other.others.entrySet().stream()
                .allMatch(demand -> demand.getValue().equals(others.get(demand.getKey())));
  }
}
