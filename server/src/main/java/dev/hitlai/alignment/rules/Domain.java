package dev.hitlai.alignment.rules;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a conjunction leaves to one fact: those allowed (null: any) without those
 * forbidden, between two bounds.
 */
record Domain(
    @Nullable Set<Object> allowed,
    Set<Object> forbidden,
    double low,
    boolean lowOpen,
    double high,
    boolean highOpen) {
  static final Domain ANY =
      new Domain(null, Set.of(), Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  static Domain among(Set<Object> values) {
    return new Domain(values, Set.of(), ANY.low, ANY.lowOpen, ANY.high, ANY.highOpen);
  }

  static Domain without(Set<Object> values) {
    return new Domain(null, values, ANY.low, ANY.lowOpen, ANY.high, ANY.highOpen);
  }

  static Domain compared(String function, double bound) {
    return switch (function) {
      case "_<_" -> new Domain(null, Set.of(), ANY.low, true, bound, true);
      case "_<=_" -> new Domain(null, Set.of(), ANY.low, true, bound, false);
      case "_>_" -> new Domain(null, Set.of(), bound, true, ANY.high, true);
      default -> new Domain(null, Set.of(), bound, false, ANY.high, true);
    };
  }

  Domain and(Domain other) {
    var both = new HashSet<>(forbidden);
    both.addAll(other.forbidden);
    boolean otherLow = other.low > low || other.low == low && other.lowOpen;
    boolean otherHigh = other.high < high || other.high == high && other.highOpen;
    return new Domain(
        common(allowed, other.allowed),
        both,
        otherLow ? other.low : low,
        otherLow ? other.lowOpen : lowOpen,
        otherHigh ? other.high : high,
        otherHigh ? other.highOpen : highOpen);
  }

  private static @Nullable Set<Object> common(
      @Nullable Set<Object> one, @Nullable Set<Object> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    var common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }

  boolean isEmpty() {
    if (allowed != null) {
      return allowed.stream().noneMatch(this::fits);
    }
    return low > high || low == high && (lowOpen || highOpen || forbids(low));
  }

  private boolean forbids(double value) {
    return forbidden.contains(value) || forbidden.contains((long) value);
  }

  private boolean fits(Object value) {
    if (forbidden.contains(value)) {
      return false;
    }
    if (!(value instanceof Number number)) {
      return true;
    }
    double is = number.doubleValue();
    return (is > low || is == low && !lowOpen) && (is < high || is == high && !highOpen);
  }

  /** Whether every value that is left here is left there, too. */
  boolean within(Domain other) {
    if (allowed != null) {
      return allowed.stream()
          .filter(this::fits)
          .allMatch(value -> other.fits(value) && other.lists(value));
    }
    if (other.allowed != null) {
      return false;
    }
    boolean above = low > other.low || low == other.low && (lowOpen || !other.lowOpen);
    boolean below = high < other.high || high == other.high && (highOpen || !other.highOpen);
    return above && below && other.forbidden.stream().allMatch(value -> !fits(value));
  }

  private boolean lists(Object value) {
    return Objects.isNull(allowed) || allowed.contains(value);
  }
}
