package dev.hitlai.alignment.rules;

import dev.hitlai.alignment.rules.Node.Frame;
import dev.hitlai.alignment.rules.Node.Undecidable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of nodes. */
final class Nodes {
  private Nodes() {}

  /** A literal. */
  static final class Constant extends Node {
    final Object value;

    Constant(String key, Object value) {
      super(key);
      this.value = value;
    }

    @Override
    boolean pure() {
      return true;
    }

    @Override
    Object compute(Frame frame) {
      return value;
    }
  }

  /** A field of a fact. */
  static final class Fact extends Node {
    final FactSchema.Field field;
    private final int slot;

    Fact(FactSchema.Field field) {
      super(field.path());
      this.field = field;
      this.slot = field.slot();
    }

    @Override
    boolean pure() {
      return true;
    }

    @Override
    Object compute(Frame frame) {
      return frame.facts.at(slot);
    }
  }

  /** A variable of a comprehension. */
  static final class Local extends Node {
    private final int index;

    Local(int index) {
      super("$" + index);
      this.index = index;
    }

    @Override
    boolean pure() {
      return false;
    }

    @Override
    Object compute(Frame frame) {
      var value = frame.locals[index];
      if (value instanceof Undecidable undecidable) {
        throw undecidable;
      }
      return value;
    }
  }

  /**
   * "And" or "or" of any number of parts. One part that settles it does so whatever the others are,
   * even undecidable, in any order: as CEL has it.
   */
  static final class Logic extends Node {
    final boolean and;
    final List<Node> parts;
    private final Node[] order;
    private final boolean pure;

    Logic(String key, boolean and, List<Node> parts) {
      super(key);
      this.and = and;
      this.parts = parts;
      this.order = parts.toArray(Node[]::new);
      this.pure = parts.stream().allMatch(Node::pure);
    }

    @Override
    boolean pure() {
      return pure;
    }

    @Override
    Object compute(Frame frame) {
      return computeTest(frame);
    }

    @Override
    boolean computeTest(Frame frame) {
      @Nullable Undecidable doubt = null;
      for (var part : order) {
        try {
          if (part.test(frame) != and) {
            return !and;
          }
        } catch (Undecidable undecidable) {
          doubt = undecidable;
        }
      }
      if (doubt != null) {
        throw doubt;
      }
      return and;
    }
  }

  /** What a {@link Computed} does. */
  interface Function {
    Object apply(Frame frame);
  }

  /** What a {@link Computed} does that says yes or no. */
  interface Test {
    boolean test(Frame frame);
  }

  /** Anything else. */
  static final class Computed extends Node {
    private final boolean pure;
    private final @Nullable Function function;
    private final @Nullable Test test;
    private Demand.@Nullable Of demand;

    private Computed(String key, boolean pure, @Nullable Function function, @Nullable Test test) {
      super(key);
      this.pure = pure;
      this.function = function;
      this.test = test;
    }

    static Computed value(String key, boolean pure, Function function) {
      return new Computed(key, pure, function, null);
    }

    static Computed test(String key, boolean pure, Test test) {
      return new Computed(key, pure, null, test);
    }

    /** Says that it holds for these values only. */
    Computed demanding(Demand.@Nullable Of values) {
      demand = values;
      return this;
    }

    Demand.@Nullable Of demand() {
      return demand;
    }

    @Override
    boolean pure() {
      return pure;
    }

    @Override
    Object compute(Frame frame) {
      return function != null ? function.apply(frame) : computeTest(frame);
    }

    @Override
    boolean computeTest(Frame frame) {
      if (test != null) {
        return test.test(frame);
      }
      return (Boolean) java.util.Objects.requireNonNull(function).apply(frame);
    }
  }
}
