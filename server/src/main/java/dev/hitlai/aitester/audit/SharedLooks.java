package dev.hitlai.aitester.audit;

import java.util.List;
import java.util.function.Supplier;

/**
 * What audits found in a run on states that several of its personas come to: the first looks, the
 * others are told. Who sees other controls or words, in other colours, or works by touch, comes to
 * another state.
 */
final class SharedLooks {
  private record Key(String audit, String state, boolean touch, boolean dark) {}

  private record Seen(Sight sight, List<Hit> hits) {}

  private final OnceForAll<Key, Seen> looks = new OnceForAll<>();

  List<Hit> of(String audit, AuditSubject subject, Supplier<List<Hit>> look) {
    var persona = subject.persona();
    var key = new Key(audit, subject.view().fingerprint(), persona.touch(), persona.darkMode());
    var mine = Sight.of(subject.view(), persona);
    var seen = looks.of(key, () -> new Seen(mine, look.get()));
    if (seen.sight().equals(mine)) {
      return seen.hits();
    }
    // Here the page is laid out otherwise: the places on another's screen say nothing.
    return seen.hits().stream().map(Hit::withoutBox).toList();
  }
}
