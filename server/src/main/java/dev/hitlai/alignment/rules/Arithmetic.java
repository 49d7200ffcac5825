package dev.hitlai.alignment.rules;

import dev.hitlai.alignment.rules.Node.Undecidable;
import java.util.List;

/** Numbers as CEL has them: whole ones don't run over, and nothing is divided by zero. */
final class Arithmetic {
  private Arithmetic() {}

  static Object of(String function, Object one, Object other) {
    return switch (one) {
      case Long whole -> whole(function, whole, (Long) other);
      case Double decimal -> decimal(function, decimal, (Double) other);
      case String text when function.equals("_+_") -> text + other;
      case List<?> list when function.equals("_+_") -> Operations.joined(list, (List<?>) other);
      default -> throw new Undecidable("Nothing that can be reckoned with.");
    };
  }

  private static Long whole(String function, long one, long other) {
    try {
      return switch (function) {
        case "_+_" -> Math.addExact(one, other);
        case "_-_" -> Math.subtractExact(one, other);
        case "_*_" -> Math.multiplyExact(one, other);
        case "_/_" -> Math.divideExact(one, other);
        default -> one % other;
      };
    } catch (ArithmeticException e) {
      throw new Undecidable("The number can't be worked out.");
    }
  }

  private static Double decimal(String function, double one, double other) {
    return switch (function) {
      case "_+_" -> one + other;
      case "_-_" -> one - other;
      case "_*_" -> one * other;
      default -> one / other;
    };
  }

  static Object negative(Object value) {
    return value instanceof Long whole ? whole("_-_", 0, whole) : (Object) (-(Double) value);
  }

  static Double decimal(Object value) {
    try {
      return value instanceof String text
          ? Double.valueOf(text.strip())
          : Double.valueOf(((Number) value).doubleValue());
    } catch (NumberFormatException e) {
      throw new Undecidable(value + " is no number.");
    }
  }

  static Long whole(Object value) {
    try {
      return value instanceof String text
          ? Long.valueOf(text.strip())
          : Long.valueOf(((Number) value).longValue());
    } catch (NumberFormatException e) {
      throw new Undecidable(value + " is no whole number.");
    }
  }

  static int compare(Object one, Object other) {
    return switch (one) {
      case Long whole -> whole.compareTo((Long) other);
      case Double decimal -> {
        double value = decimal;
        double bound = (Double) other;
        yield value < bound ? -1 : value > bound ? 1 : 0;
      }
      case String text -> text.compareTo((String) other);
      case Boolean flag -> flag.compareTo((Boolean) other);
      default -> throw new Undecidable("Nothing that can be compared.");
    };
  }
}
