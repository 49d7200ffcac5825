package dev.hitlai.alignment.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.hitlai.alignment.rules.Node.Frame;
import dev.hitlai.alignment.rules.Node.Undecidable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns checked conditions into nodes. One translator for a whole set of rules makes one node of
 * what they have in common.
 */
final class Translator {
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, Integer> locals = new HashMap<>();
  private int depth;
  private int deepest;

  /** What a condition uses that rules don't have. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long expression;

    Unsupported(long expression, String message) {
      super(message);
      this.expression = expression;
    }

    long expression() {
      return expression;
    }
  }

  /** How many local variables an evaluation needs at most. */
  int locals() {
    return deepest;
  }

  /** Gives places to what several rules ask for; returns how many there are. */
  int share() {
    int next = 0;
    for (var node : nodes.values()) {
      next = node.share(next);
    }
    return next;
  }

  Node translate(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression);
      case IDENT -> identifier(expression);
      case SELECT -> select(expression);
      case CALL -> call(expression);
      case LIST -> list(expression);
      case COMPREHENSION -> comprehension(expression);
      case NOT_SET, STRUCT, MAP ->
          throw new Unsupported(expression.id(), "Rules have no such expression.");
    };
  }

  private Node intern(Node node) {
    if (!node.pure()) {
      return node;
    }
    var known = nodes.computeIfAbsent(node.key, _ -> node);
    known.used();
    return known;
  }

  private Node constant(CelExpr expression) {
    CelConstant constant = expression.constant();
    Object value =
        switch (constant.getKind()) {
          case STRING_VALUE -> constant.stringValue();
          case INT64_VALUE -> constant.int64Value();
          case DOUBLE_VALUE -> constant.doubleValue();
          case BOOLEAN_VALUE -> constant.booleanValue();
          default -> throw new Unsupported(expression.id(), "Rules have no such value.");
        };
    return intern(new Nodes.Constant(literal(value), value));
  }

  static String literal(Object value) {
    return value instanceof String text
        ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value.toString();
  }

  private Node identifier(CelExpr expression) {
    var index = locals.get(expression.ident().name());
    if (index == null) {
      throw new Unsupported(
          expression.id(),
          "A fact is asked for one of its values, as in " + expression.ident().name() + ".…");
    }
    return new Nodes.Local(index);
  }

  private Node select(CelExpr expression) {
    var select = expression.select();
    var operand = select.operand();
    if (operand.getKind() == CelExpr.ExprKind.Kind.IDENT
        && FactSchema.isFact(operand.ident().name())
        && !locals.containsKey(operand.ident().name())) {
      var field = FactSchema.field(operand.ident().name(), select.field());
      if (select.testOnly()) {
        return intern(known(field));
      }
      return intern(new Nodes.Fact(field));
    }
    var table = translate(operand);
    var name = select.field();
    if (select.testOnly()) {
      return intern(
          Nodes.Computed.test(
              "has(" + table.key + "." + name + ")",
              table.pure(),
              frame -> table.value(frame) instanceof Map<?, ?> map && map.containsKey(name)));
    }
    return intern(
        Nodes.Computed.value(
            table.key + "." + name, table.pure(), frame -> entry(table.value(frame), name)));
  }

  private static Node known(FactSchema.Field field) {
    var absent = field.kind().absent();
    return Nodes.Computed.test(
        "has(" + field.path() + ")", true, frame -> !frame.facts.at(field.slot()).equals(absent));
  }

  static Object entry(Object table, Object name) {
    var value = table instanceof Map<?, ?> map ? map.get(name) : null;
    if (value == null) {
      throw new Undecidable("There is no " + name + ".");
    }
    return value;
  }

  private Node list(CelExpr expression) {
    var parts = expression.list().elements().stream().map(this::translate).toList();
    var key = keys("[", parts, "]");
    if (parts.stream().allMatch(Nodes.Constant.class::isInstance)) {
      var values = parts.stream().map(part -> ((Nodes.Constant) part).value).toList();
      return intern(new Nodes.Constant(key, values));
    }
    return intern(
        Nodes.Computed.value(
            key,
            parts.stream().allMatch(Node::pure),
            frame -> {
              var values = new ArrayList<Object>(parts.size());
              parts.forEach(part -> values.add(part.value(frame)));
              return values;
            }));
  }

  static String keys(String before, Collection<Node> parts, String after) {
    var key = new StringBuilder(before);
    for (var part : parts) {
      key.append(key.length() > before.length() ? ", " : "").append(part.key);
    }
    return key.append(after).toString();
  }

  private Node call(CelExpr expression) {
    var call = expression.call();
    if (call.function().equals("_&&_") || call.function().equals("_||_")) {
      var parts = new LinkedHashMap<String, Node>();
      flatten(expression, call.function(), parts);
      boolean and = call.function().equals("_&&_");
      var list = List.copyOf(parts.values());
      return list.size() == 1
          ? list.getFirst()
          : intern(new Nodes.Logic(keys(and ? "and(" : "or(", list, ")"), and, list));
    }
    var arguments = new ArrayList<Node>();
    call.target().ifPresent(target -> arguments.add(translate(target)));
    call.args().forEach(argument -> arguments.add(translate(argument)));
    return intern(Operations.of(expression.id(), call.function(), arguments));
  }

  private void flatten(CelExpr expression, String function, Map<String, Node> parts) {
    if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
        && expression.call().function().equals(function)) {
      expression.call().args().forEach(part -> flatten(part, function, parts));
    } else {
      var node = translate(expression);
      // A local's key names its place and not its value; a part may be dropped only when pure.
      parts.putIfAbsent(node.pure() ? node.key : node.key + "#" + parts.size(), node);
    }
  }

  /** A macro such as {@code all} or {@code exists}: a loop over a list with an accumulator. */
  private Node comprehension(CelExpr expression) {
    var loop = expression.comprehension();
    var range = translate(loop.iterRange());
    var init = translate(loop.accuInit());
    int each = depth;
    int gathered = depth + 1;
    var shadowed = new HashMap<String, @Nullable Integer>();
    bind(shadowed, loop.iterVar(), each);
    bind(shadowed, loop.accuVar(), gathered);
    depth += 2;
    deepest = Math.max(deepest, depth);
    var condition = translate(loop.loopCondition());
    var step = translate(loop.loopStep());
    var result = translate(loop.result());
    depth -= 2;
    shadowed.forEach(
        (name, index) -> {
          if (index == null) {
            locals.remove(name);
          } else {
            locals.put(name, index);
          }
        });
    boolean pure = range.pure() && init.pure() && depth == 0;
    var key = keys("loop" + each + "(", List.of(range, init, condition, step, result), ")");
    return intern(
        Nodes.Computed.value(
            key, pure, frame -> loop(frame, range, init, condition, step, result, each)));
  }

  private void bind(Map<String, @Nullable Integer> shadowed, String name, int index) {
    shadowed.put(name, locals.get(name));
    locals.put(name, index);
  }

  private static Object loop(
      Frame frame, Node range, Node init, Node condition, Node step, Node result, int each) {
    Object all = range.value(frame);
    Collection<?> items = all instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) all;
    Object gathered = init.value(frame);
    for (var item : items) {
      frame.locals[each] = item;
      frame.locals[each + 1] = gathered;
      if (!condition.test(frame)) {
        break;
      }
      gathered = stepped(frame, step);
    }
    frame.locals[each + 1] = gathered;
    return result.value(frame);
  }

  /** An undecidable item settles nothing as long as another one may. */
  private static Object stepped(Frame frame, Node step) {
    try {
      return step.value(frame);
    } catch (Undecidable undecidable) {
      return undecidable;
    }
  }
}
