package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/**
 * "Cancel the order of the chair", "take the plan that costs €9", "delete this document": the
 * control that the words describe, by its label and by what stands around it. For when nothing more
 * particular is said.
 */
final class DescribedSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!Clauses.startsWithVerb(ahead.first())) {
      return Optional.empty();
    }
    var job = new DescribedJob(ahead);
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
