package dev.hitlai.alignment.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the constitution says of one output: the strictest of all rules that fired. So no rule can
 * undo what another one demands, whoever laid it down.
 *
 * @param fired rules whose condition holds, the deciding one first
 */
public record Ruling(List<Fired> fired) {
  /** Strictest first; among equals by level, then priority, then name. */
  private static final Comparator<Fired> BY_WEIGHT =
      Comparator.comparing(Fired::effect)
          .reversed()
          .thenComparing(one -> one.rule().level())
          .thenComparing(one -> one.rule().priority())
          .thenComparing(one -> one.rule().name())
          .thenComparing(one -> one.rule().id());

  /** Nothing fired. */
  public static final Ruling PASSED = new Ruling(List.of());

  /**
   * A rule that fired.
   *
   * @param undecidable whether its condition could not be worked out; it asks for a person then
   */
  public record Fired(Rule rule, Effect effect, boolean undecidable) {
    static Fired of(Rule rule) {
      return new Fired(rule, rule.enforced(), false);
    }

    /** Doubt is not a block, and is not silence either. */
    static Fired undecidable(Rule rule) {
      var effect = rule.enforced();
      return new Fired(rule, effect == Effect.BLOCK ? Effect.REQUIRE_HUMAN_REVIEW : effect, true);
    }
  }

  public Ruling {
    fired = fired.stream().sorted(BY_WEIGHT).toList();
  }

  public Effect effect() {
    return fired.isEmpty() ? Effect.NONE : fired.getFirst().effect();
  }

  /** The rule that decided. */
  public Optional<Fired> deciding() {
    return fired.stream().findFirst();
  }

  public boolean blocks() {
    return effect() == Effect.BLOCK;
  }
}
