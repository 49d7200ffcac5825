package dev.hitlai.testing.web.pages;

import dev.hitlai.monitoring.AgentExecutions;
import dev.hitlai.web.view.Say;

/**
 * One agent's part in a run.
 *
 * @param failed how often it failed, empty when never
 * @param last what it delivered last, or why it failed
 */
public record AgentRow(String name, String times, String spent, String failed, String last) {

  static AgentRow of(AgentExecutions.Share share) {
    long millis = share.spent().toMillis();
    return new AgentRow(
        share.agent(),
        Say.count(share.times()),
        millis < 1000 ? millis + " ms" : Say.duration(share.spent()),
        share.failed() == 0 ? "" : Say.count(share.failed()),
        share.last());
  }
}
