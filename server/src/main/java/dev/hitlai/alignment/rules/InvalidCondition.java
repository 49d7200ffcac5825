package dev.hitlai.alignment.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A condition that can't be a rule's, with what is wrong and where. */
public final class InvalidCondition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidCondition(List<Problem> problems) {
    super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Problem(int line, int column, String message) {
    String sentence() {
      return "Line %d, column %d: %s".formatted(line, column, message);
    }
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The condition with a caret under each place, for a fixed-width font. */
  public static String pointed(String condition, List<Problem> problems) {
    var out = new StringBuilder();
    int number = 0;
    for (var line : condition.split("\n", -1)) {
      number++;
      out.append(line).append('\n');
      for (var problem : problems) {
        if (problem.line() == number) {
          out.append(" ".repeat(Math.max(0, problem.column() - 1)))
              .append("^ ")
              .append(problem.message())
              .append('\n');
        }
      }
    }
    return out.toString();
  }
}
