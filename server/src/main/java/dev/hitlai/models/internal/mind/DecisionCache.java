package dev.hitlai.models.internal.mind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was decided at places of a site, for one mission and persona. */
public interface DecisionCache {

  Optional<String> find(String place);

  void keep(String place, String decision, String version);

  /** It led nowhere. */
  void forget(String place);

  /** Of a program that keeps nothing. */
  static DecisionCache inMemory() {
    Map<String, String> kept = new HashMap<>();
    return new DecisionCache() {
      @Override
      public Optional<String> find(String place) {
        return Optional.ofNullable(kept.get(place));
      }

      @Override
      public void keep(String place, String decision, String version) {
        kept.put(place, decision);
      }

      @Override
      public void forget(String place) {
        kept.remove(place);
      }
    };
  }
}
