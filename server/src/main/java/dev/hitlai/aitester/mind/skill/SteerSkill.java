package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Move the boat to the harbour with the arrow keys": steered there, a key press at a time. */
final class SteerSkill implements Skill {
  private static final Pattern STEERING =
      Pattern.compile(
          "(?i)^(?:use (?:the )?(?:arrow|cursor) keys(?: on the keyboard)? to"
              + " )?(?:move|drag|steer|bring|guide|walk|lead|drive|get|take|navigate) (?:the |your"
              + " )?(.+?) (?:to|onto|into|on to|until it (?:is on|reaches)|so that it (?:is"
              + " on|reaches)) (?:the )?(.+?)(?:,? (?:with|using|by means of|by) (?:the |your"
              + " )?(?:arrow|cursor) ?keys.*)?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.plain(ahead.first());
    var steering = STEERING.matcher(clause);
    if (!clause.matches("(?i).*\\b(?:arrow|cursor) ?keys\\b.*") || !steering.matches()) {
      return Optional.empty();
    }
    var goal = steering.group(2).replaceFirst("(?i),? (?:with|using|by) .*keys.*$", "");
    var job = new SteerJob(steering.group(1), goal);
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
