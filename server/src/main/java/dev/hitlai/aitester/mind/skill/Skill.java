package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/**
 * Something a person knows how to do when told so. Skills are asked in the order of {@link Skills};
 * the first that understands the words gets them.
 */
interface Skill {

  /** The job that the clauses ahead ask for, or empty when they ask for something else. */
  Optional<Assignment> read(Clauses ahead, Sight now);

  /**
   * A job and how many clauses it takes.
   *
   * @param clauses at least 1
   */
  record Assignment(Job job, int clauses) {
    static Optional<Assignment> of(Job job) {
      return Optional.of(new Assignment(job, 1));
    }

    static Optional<Assignment> of(Job job, int clauses) {
      return Optional.of(new Assignment(job, clauses));
    }
  }
}
