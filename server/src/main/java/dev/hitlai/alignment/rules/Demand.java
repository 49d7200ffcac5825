package dev.hitlai.alignment.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a condition that holds for certain values of one fact only. */
final class Demand {
  private Demand() {}

  static boolean is(Node node) {
    return node instanceof Nodes.Computed computed && computed.demand() != null;
  }

  static int values(Node node) {
    return of(node).size();
  }

  static List<Object> of(Node node) {
    return demand(node).values();
  }

  static FactSchema.Field field(Node node) {
    return demand(node).field();
  }

  private static Of demand(Node node) {
    return Objects.requireNonNull(((Nodes.Computed) node).demand());
  }

  /** Which values of which fact. */
  record Of(FactSchema.Field field, List<Object> values) {
    /** Null when it is no demand of a fact. */
    static @Nullable Of equal(Node one, Node other) {
      if (one instanceof Nodes.Fact fact && other instanceof Nodes.Constant constant) {
        return new Of(fact.field, List.of(constant.value));
      }
      return other instanceof Nodes.Fact && one instanceof Nodes.Constant
          ? equal(other, one)
          : null;
    }

    /** Null when it is no demand of a fact. */
    static @Nullable Of among(Node one, Node all) {
      return one instanceof Nodes.Fact fact
              && all instanceof Nodes.Constant constant
              && constant.value instanceof List<?> list
          ? new Of(fact.field, list.stream().distinct().map(Object.class::cast).toList())
          : null;
    }
  }
}
