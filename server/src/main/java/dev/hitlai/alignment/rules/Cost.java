package dev.hitlai.alignment.rules;

import dev.cel.common.ast.CelExpr;

/** An upper bound of what a condition takes, in single operations; facts are bounded in size. */
final class Cost {
  /** Entries of a list fact at most. */
  private static final long LIST = 100;

  private Cost() {}

  static long of(CelExpr expression) {
    return switch (expression.getKind()) {
      case SELECT -> 1 + of(expression.select().operand());
      case CALL -> call(expression.call());
      case LIST -> 1 + expression.list().elements().stream().mapToLong(Cost::of).sum();
      case COMPREHENSION -> loop(expression.comprehension());
      case CONSTANT, IDENT, STRUCT, MAP, NOT_SET -> 1;
    };
  }

  private static long call(CelExpr.CelCall call) {
    long parts =
        call.args().stream().mapToLong(Cost::of).sum() + call.target().map(Cost::of).orElse(0L);
    return parts
        + switch (call.function()) {
          case "matches", "pii", "tone", "similar" -> 200;
          case "contains", "hosts", "lower" -> 20;
          default -> 1;
        };
  }

  private static long loop(CelExpr.CelComprehension loop) {
    long each = of(loop.loopCondition()) + of(loop.loopStep());
    var range = loop.iterRange();
    long items =
        range.getKind() == CelExpr.ExprKind.Kind.LIST ? range.list().elements().size() : LIST;
    return of(range) + of(loop.accuInit()) + items * each + of(loop.result());
  }
}
