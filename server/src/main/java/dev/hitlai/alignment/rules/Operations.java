package dev.hitlai.alignment.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hitlai.alignment.rules.Node.Frame;
import dev.hitlai.alignment.rules.Node.Undecidable;
import dev.hitlai.alignment.rules.Translator.Unsupported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions can do with values. */
final class Operations {
  private static final int LONGEST_PATTERN = 300;

  private Operations() {}

  /**
   * @param id of the expression, for messages
   */
  static Node of(long id, String function, List<Node> arguments) {
    boolean pure = arguments.stream().allMatch(Node::pure);
    var key = Translator.keys(function + "(", arguments, ")");
    var first = arguments.getFirst();
    return switch (function) {
      case "!_" -> test(key, pure, frame -> !first.test(frame));
      case "@not_strictly_false" -> test(key, pure, frame -> notStrictlyFalse(first, frame));
      case "_?_:_" ->
          value(key, pure, frame -> arguments.get(first.test(frame) ? 1 : 2).value(frame));
      case "_==_" -> equal(key, pure, first, arguments.get(1), true);
      case "_!=_" -> equal(key, pure, first, arguments.get(1), false);
      case "_<_", "_<=_", "_>_", "_>=_" -> compare(key, pure, function, first, arguments.get(1));
      case "_+_", "_-_", "_*_", "_/_", "_%_" ->
          value(
              key,
              pure,
              frame -> Arithmetic.of(function, first.value(frame), arguments.get(1).value(frame)));
      case "-_" -> value(key, pure, frame -> Arithmetic.negative(first.value(frame)));
      case "@in" -> in(key, pure, first, arguments.get(1));
      case "_[_]" -> value(key, pure, frame -> at(first, arguments.get(1), frame));
      case "size" -> value(key, pure, frame -> size(first.value(frame)));
      case "double" -> value(key, pure, frame -> Arithmetic.decimal(first.value(frame)));
      case "int" -> value(key, pure, frame -> Arithmetic.whole(first.value(frame)));
      case "string" -> value(key, pure, frame -> first.value(frame).toString());
      case "matches" -> matches(id, key, pure, first, arguments.get(1));
      default -> texts(id, function, key, pure, arguments);
    };
  }

  private static Node texts(
      long id, String function, String key, boolean pure, List<Node> arguments) {
    var first = arguments.getFirst();
    return switch (function) {
      case "contains" ->
          test(key, pure, frame -> text(first, frame).contains(text(arguments.get(1), frame)));
      case "startsWith" ->
          test(key, pure, frame -> text(first, frame).startsWith(text(arguments.get(1), frame)));
      case "endsWith" ->
          test(key, pure, frame -> text(first, frame).endsWith(text(arguments.get(1), frame)));
      case "lower" ->
          value(key, pure, frame -> text(first, frame).toLowerCase(java.util.Locale.ROOT));
      case "pii" -> value(key, pure, frame -> Texts.personal(text(first, frame)));
      case "tone" -> value(key, pure, frame -> Texts.tone(text(first, frame)));
      case "hosts" -> value(key, pure, frame -> Texts.hosts(text(first, frame)));
      case "similar" ->
          value(
              key, pure, frame -> Texts.similar(text(first, frame), text(arguments.get(1), frame)));
      default -> throw new Unsupported(id, "Rules have no function " + function + ".");
    };
  }

  private static Nodes.Computed test(String key, boolean pure, Nodes.Test test) {
    return Nodes.Computed.test(key, pure, test);
  }

  private static Node value(String key, boolean pure, Nodes.Function function) {
    return Nodes.Computed.value(key, pure, function);
  }

  private static String text(Node node, Frame frame) {
    return (String) node.value(frame);
  }

  private static boolean notStrictlyFalse(Node node, Frame frame) {
    try {
      return node.test(frame);
    } catch (Undecidable undecidable) {
      return true;
    }
  }

  private static Node equal(String key, boolean pure, Node one, Node other, boolean wanted) {
    if (other instanceof Nodes.Constant constant) {
      var expected = constant.value;
      var same = test(key, pure, frame -> expected.equals(one.value(frame)) == wanted);
      return wanted ? same.demanding(Demand.Of.equal(one, other)) : same;
    }
    var same = test(key, pure, frame -> one.value(frame).equals(other.value(frame)) == wanted);
    return wanted ? same.demanding(Demand.Of.equal(one, other)) : same;
  }

  private static Node compare(String key, boolean pure, String function, Node one, Node other) {
    if (other instanceof Nodes.Constant constant && constant.value instanceof Double limit) {
      double bound = limit;
      return switch (function) {
        case "_<_" -> test(key, pure, frame -> (Double) one.value(frame) < bound);
        case "_<=_" -> test(key, pure, frame -> (Double) one.value(frame) <= bound);
        case "_>_" -> test(key, pure, frame -> (Double) one.value(frame) > bound);
        default -> test(key, pure, frame -> (Double) one.value(frame) >= bound);
      };
    }
    return test(
        key,
        pure,
        frame -> {
          int order = Arithmetic.compare(one.value(frame), other.value(frame));
          return switch (function) {
            case "_<_" -> order < 0;
            case "_<=_" -> order <= 0;
            case "_>_" -> order > 0;
            default -> order >= 0;
          };
        });
  }

  private static Node in(String key, boolean pure, Node one, Node all) {
    if (all instanceof Nodes.Constant constant && constant.value instanceof List<?> list) {
      Set<Object> set = new HashSet<>(list);
      return test(key, pure, frame -> set.contains(one.value(frame)))
          .demanding(Demand.Of.among(one, all));
    }
    return test(
        key,
        pure,
        frame ->
            all.value(frame) instanceof Map<?, ?> map
                ? map.containsKey(one.value(frame))
                : ((Collection<?>) all.value(frame)).contains(one.value(frame)));
  }

  private static Object at(Node all, Node index, Frame frame) {
    var place = index.value(frame);
    if (all.value(frame) instanceof List<?> list) {
      long number = (Long) place;
      if (number < 0 || number >= list.size()) {
        throw new Undecidable("There is no number " + number + " in the list.");
      }
      return list.get((int) number);
    }
    return Translator.entry(all.value(frame), place);
  }

  private static Long size(Object value) {
    return switch (value) {
      case String text -> (long) text.codePointCount(0, text.length());
      case Collection<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      default -> throw new Undecidable("Nothing that has a size.");
    };
  }

  private static Node matches(long id, String key, boolean pure, Node text, Node pattern) {
    if (!(pattern instanceof Nodes.Constant constant)
        || !(constant.value instanceof String expression)) {
      throw new Unsupported(id, "A pattern is written into the rule, so that it can be compiled.");
    }
    if (expression.length() > LONGEST_PATTERN) {
      throw new Unsupported(id, "A pattern has at most " + LONGEST_PATTERN + " signs.");
    }
    try {
      // Linear in the text, whatever the pattern: nobody can stall the platform with one.
      var compiled = Pattern.compile(expression);
      return test(key, pure, frame -> compiled.matcher(text(text, frame)).find());
    } catch (PatternSyntaxException e) {
      throw new Unsupported(id, "The pattern can't be read: " + e.getDescription() + ".");
    }
  }

  static List<Object> joined(List<?> one, List<?> other) {
    var all = new ArrayList<Object>(one);
    all.addAll(other);
    return all;
  }
}
