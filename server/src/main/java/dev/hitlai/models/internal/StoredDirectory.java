package dev.hitlai.models.internal;

import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelTask.Complexity;
import dev.hitlai.models.Tier;
import dev.hitlai.models.internal.Registry.Candidate;
import dev.hitlai.models.internal.call.Directory;
import dev.hitlai.models.internal.call.Target;
import dev.hitlai.testers.AiPreferences;
import dev.hitlai.testers.AssignmentPreferences;
import dev.hitlai.testers.PlatformPhase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which models a request goes to: by how hard it is and the platform's phase the tiers, within a
 * tier the administrators' order; nothing that the company doesn't let near its sites.
 */
@Component
class StoredDirectory implements Directory {
  private final Registry registry;
  private final PlatformPhase phase;
  private final AssignmentPreferences preferences;
  private final Books books;

  StoredDirectory(
      Registry registry, PlatformPhase phase, AssignmentPreferences preferences, Books books) {
    this.registry = registry;
    this.phase = phase;
    this.preferences = preferences;
    this.books = books;
  }

  @Override
  public List<Target> route(ModelRequest request) {
    return books.in(
        () -> {
          var wanted =
              request.companyId() == null
                  ? AiPreferences.USUAL
                  : preferences.of(request.companyId());
          return order(
              registry.candidates().stream()
                  .filter(Candidate::routed)
                  .filter(one -> allows(wanted, one))
                  .toList(),
              tiers(request.task().complexity(), phase.current()),
              request);
        });
  }

  @Override
  public Optional<Target> named(String version) {
    return books.in(() -> registry.named(version));
  }

  /** Phase 1 external; 2 fine-tuned first; 3 self-hosted for what isn't hard; 4 for everything. */
  static List<Tier> tiers(Complexity complexity, int phase) {
    var tiers = new ArrayList<Tier>();
    if (phase >= 4 || phase == 3 && complexity != Complexity.COMPLEX) {
      tiers.add(Tier.SELF_HOSTED);
    }
    if (phase >= 2) {
      tiers.add(Tier.FINE_TUNED);
    }
    tiers.add(Tier.EXTERNAL);
    return tiers;
  }

  /**
   * The preferred one first; candidates come in the administrators' order, which stays in a tier.
   */
  static List<Target> order(List<Candidate> candidates, List<Tier> tiers, ModelRequest request) {
    return candidates.stream()
        .map(Candidate::target)
        .filter(one -> tiers.contains(one.tier()) || one.version().equals(request.prefer()))
        .sorted(
            Comparator.comparing((Target one) -> !one.version().equals(request.prefer()))
                .thenComparingInt(one -> tiers.indexOf(one.tier())))
        .toList();
  }

  private static boolean allows(AiPreferences wanted, Candidate one) {
    boolean external = one.target().tier() == Tier.EXTERNAL;
    return wanted.ai()
        && (external ? wanted.thirdParty() : wanted.hitl())
        && (one.tester() == null || !wanted.blocked().contains(one.tester()));
  }
}
