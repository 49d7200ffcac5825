package dev.hitlai.demosite.site;

import java.util.Set;

/**
 * Which of the planted defects are switched on; asking for one that nobody catalogued is an error.
 */
public record Defects(Set<String> known, Set<String> active) {

  public Defects {
    known = Set.copyOf(known);
    active = Set.copyOf(active);
    if (!known.containsAll(active)) {
      throw new IllegalArgumentException("Not all of these are catalogued: " + active);
    }
  }

  public boolean has(String id) {
    if (!known.contains(id)) {
      throw new IllegalArgumentException("The site asks for a defect that isn't catalogued: " + id);
    }
    return active.contains(id);
  }

  public Defects none() {
    return new Defects(known, Set.of());
  }
}
