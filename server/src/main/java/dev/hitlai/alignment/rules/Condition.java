package dev.hitlai.alignment.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.Set;

/**
 * A condition that was read, checked and found affordable.
 *
 * @param facts that it asks for
 * @param cost an upper bound of what it takes to work it out, in single operations
 */
public record Condition(String text, CelAbstractSyntaxTree tree, Set<String> facts, long cost) {

  public boolean askedAt(Checkpoint checkpoint) {
    return checkpoint.asks(facts);
  }
}
