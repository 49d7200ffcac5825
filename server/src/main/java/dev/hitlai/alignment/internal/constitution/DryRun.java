package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Conditions;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Rule;
import dev.hitlai.alignment.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries a draft on what was judged before; nothing is kept of it. */
public final class DryRun {
  private static final int SHOWN = 20;

  private DryRun() {}

  /** One output on which the draft would have fired. */
  public record Hit(
      UUID decisionId, String checkpoint, String subject, String before, Instant at) {}

  /**
   * What would have come of it.
   *
   * @param judged outputs that were tried
   * @param fired on how many the draft fires
   * @param stricter on how many the outcome would have been stricter than it was
   * @param hits the first of those on which it fires
   */
  public record Result(int judged, int fired, int stricter, String effect, List<Hit> hits) {}

  static Result of(
      Rule draft, ConstitutionDecisions decisions, @Nullable UUID company, int outputs) {
    var rules = new RuleSet(List.of(draft));
    var condition = Conditions.read(draft.condition());
    int judged = 0;
    int fired = 0;
    int stricter = 0;
    var hits = new ArrayList<Hit>();
    for (var checkpoint : Checkpoint.values()) {
      if (!condition.askedAt(checkpoint)) {
        continue;
      }
      for (var kept : decisions.latest(checkpoint, company, outputs)) {
        judged++;
        var effect = rules.judge(checkpoint, kept.facts(), kept.scope()).effect();
        if (effect == Effect.NONE) {
          continue;
        }
        fired++;
        stricter += effect.stricterThan(kept.effect()) ? 1 : 0;
        if (hits.size() < SHOWN) {
          hits.add(
              new Hit(
                  kept.id(), checkpoint.code(), kept.subject(), kept.effect().code(), kept.at()));
        }
      }
    }
    return new Result(judged, fired, stricter, draft.enforced().code(), hits);
  }
}
