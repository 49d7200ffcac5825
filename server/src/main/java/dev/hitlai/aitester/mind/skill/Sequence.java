package dev.hitlai.aitester.mind.skill;

import java.util.List;

/** Jobs one after the other. */
final class Sequence implements Job {
  private final List<Job> jobs;
  private int current;

  Sequence(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  @Override
  public Turn turn(Sight now) {
    while (current < jobs.size()) {
      var turn = jobs.get(current).turn(now);
      if (!(turn instanceof Turn.Done)) {
        return turn;
      }
      current++;
    }
    return Turn.done();
  }

  @Override
  public boolean fits(Sight now) {
    return jobs.isEmpty() || jobs.getFirst().fits(now);
  }
}
