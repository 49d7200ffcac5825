package dev.hitlai.alignment.rules;

import org.jspecify.annotations.Nullable;

/**
 * A part of a condition, ready to be worked out. Equal parts of several rules are one node; what
 * several ask for is worked out once for all of them.
 */
abstract sealed class Node
    permits Nodes.Constant, Nodes.Fact, Nodes.Local, Nodes.Logic, Nodes.Computed {
  private static final int NO_SLOT = -1;

  /** Written in one way only: equal nodes have equal keys. */
  final String key;

  private int uses;
  private int slot = NO_SLOT;

  Node(String key) {
    this.key = key;
  }

  /** Whether it depends on facts only, so that it can be remembered. */
  abstract boolean pure();

  abstract Object compute(Frame frame);

  boolean computeTest(Frame frame) {
    return (Boolean) compute(frame);
  }

  void used() {
    uses++;
  }

  /** Gives it a place in memory if several ask for it; returns the next free one. */
  int share(int next) {
    if (uses > 1 && pure() && slot == NO_SLOT && !(this instanceof Nodes.Fact)) {
      slot = next;
      return next + 1;
    }
    return next;
  }

  final Object value(Frame frame) {
    if (slot < 0) {
      return compute(frame);
    }
    @Nullable Object known = frame.values[slot];
    if (known == null) {
      known = remembered(frame);
      frame.values[slot] = known;
    }
    if (known instanceof Undecidable undecidable) {
      throw undecidable;
    }
    return known;
  }

  private Object remembered(Frame frame) {
    try {
      return compute(frame);
    } catch (Undecidable undecidable) {
      return undecidable;
    }
  }

  final boolean test(Frame frame) {
    return slot < 0 ? computeTest(frame) : (Boolean) value(frame);
  }

  /** What a condition asks of facts that aren't there: a missing name, a division by zero. */
  static final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecidable(String message) {
      super(message, null, false, false);
    }
  }

  /** One evaluation: the facts and what was worked out so far. */
  static final class Frame {
    final Facts facts;
    final @Nullable Object[] values;
    final Object[] locals;

    Frame(Facts facts, int slots, int locals) {
      this.facts = facts;
      this.values = new Object[slots];
      this.locals = new Object[locals];
    }
  }
}
