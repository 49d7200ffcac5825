package dev.hitlai.aitester.mind.skill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is understood only when it is its turn, by the page as it is then. */
final class LaterJob implements Job {
  private final Clauses clauses;
  private @Nullable Job job;

  LaterJob(String clause, List<String> quotations) {
    clauses = new Clauses(List.of(clause), quotations);
  }

  @Override
  public Turn turn(Sight now) {
    if (job == null) {
      var read = Skills.read(clauses, now);
      if (read.isEmpty()) {
        return Turn.stuck("“" + clauses.plain(clauses.first()) + "” is not understood");
      }
      job = read.get().job();
    }
    return job.turn(now);
  }

  @Override
  public boolean fits(Sight now) {
    return Skills.read(clauses, now).filter(read -> read.job().fits(now)).isPresent();
  }
}
