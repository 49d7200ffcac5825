package dev.hitlai.alignment.rules;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition as alternatives of conjunctions, to see whether one implies another. What can't be
 * seen is not claimed: conditions with too many alternatives imply nothing.
 */
final class Terms {
  private static final int MOST = 128;

  private Terms() {}

  /** The alternatives; null in place of too many is an empty answer to every question. */
  static List<Term> of(Condition condition, boolean holds) {
    return of(condition.tree().getExpr(), holds);
  }

  private static List<Term> of(CelExpr expression, boolean holds) {
    if (expression.getKind() == CelExpr.ExprKind.Kind.CALL) {
      var call = expression.call();
      switch (call.function()) {
        case "!_" -> {
          return of(call.args().getFirst(), !holds);
        }
        case "_&&_", "_||_" -> {
          var one = of(call.args().getFirst(), holds);
          var other = of(call.args().get(1), holds);
          return call.function().equals("_&&_") == holds ? product(one, other) : sum(one, other);
        }
        default -> {}
      }
      var atom = atom(call, holds);
      if (atom != null) {
        return List.of(atom);
      }
    }
    return List.of(Term.of(new Translator().translate(expression).key, holds));
  }

  private static @org.jspecify.annotations.Nullable Term atom(CelExpr.CelCall call, boolean holds) {
    if (call.args().size() != 2 || call.target().isPresent()) {
      return null;
    }
    var one = new Translator().translate(call.args().getFirst());
    var other = new Translator().translate(call.args().get(1));
    if (!(one instanceof Nodes.Fact fact) || !(other instanceof Nodes.Constant constant)) {
      return null;
    }
    return switch (call.function()) {
      case "_==_" -> Term.of(fact.key, values(Set.of(constant.value), holds));
      case "_!=_" -> Term.of(fact.key, values(Set.of(constant.value), !holds));
      case "@in" ->
          constant.value instanceof List<?> list
              ? Term.of(fact.key, values(new HashSet<>(list), holds))
              : null;
      case "_<_", "_<=_", "_>_", "_>=_" ->
          constant.value instanceof Number number
              ? Term.of(
                  fact.key,
                  Domain.compared(
                      holds ? call.function() : opposite(call.function()), number.doubleValue()))
              : null;
      default -> null;
    };
  }

  private static Domain values(Set<?> values, boolean among) {
    var set = new HashSet<Object>(values);
    return among ? Domain.among(set) : Domain.without(set);
  }

  private static String opposite(String function) {
    return switch (function) {
      case "_<_" -> "_>=_";
      case "_<=_" -> "_>_";
      case "_>_" -> "_<=_";
      default -> "_<_";
    };
  }

  private static List<Term> sum(List<Term> one, List<Term> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return limited(all);
  }

  private static List<Term> product(List<Term> one, List<Term> other) {
    if ((long) one.size() * other.size() > MOST) {
      throw new TooMany();
    }
    var all = new ArrayList<Term>();
    one.forEach(first -> other.forEach(second -> all.add(first.and(second))));
    return limited(all);
  }

  private static List<Term> limited(List<Term> terms) {
    var possible = terms.stream().filter(term -> !term.impossible()).toList();
    if (possible.size() > MOST) {
      throw new TooMany();
    }
    return possible;
  }

  /** Whether the second holds wherever the first does, as far as that can be seen. */
  static boolean implies(Condition one, Condition other) {
    try {
      var there = of(other, true);
      return of(one, true).stream().allMatch(term -> there.stream().anyMatch(term::implies));
    } catch (TooMany e) {
      return false;
    }
  }

  /** Whether it can never hold. */
  static boolean never(Condition condition) {
    try {
      return of(condition, true).stream().allMatch(Term::impossible);
    } catch (TooMany e) {
      return false;
    }
  }

  /** Whether it always holds. */
  static boolean always(Condition condition) {
    try {
      return of(condition, false).stream().allMatch(Term::impossible);
    } catch (TooMany e) {
      return false;
    }
  }

  /** Too many alternatives to look at. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("Too many alternatives", null, false, false);
    }
  }
}
