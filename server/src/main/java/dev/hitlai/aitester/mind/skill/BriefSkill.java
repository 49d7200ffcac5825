package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Book a table for three on Friday for Ann Reed": a wish whose details a form asks for, whatever
 * the verb. For when nothing more particular is said.
 */
final class BriefSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:book|reserve|order|create|add|join|register|sign"
              + " up|apply|plan|schedule|arrange|make|request|buy|get"
              + "|subscribe|invite|pay|transfer|rent|hire|submit|report|fill|complete|set|change|update|enter|put|choose|take|send"
              + "|plant|start|open|save|log|record|post|ask|call|cancel|move|edit|rename|find|search|show|filter|specify|enrol|enroll|assign|convert|mix|build|configure|personalise|adjust|design|sell|give|leave|pack|print|select|pick|offer|prepare|ship|donate|check|exchange|prescribe|use)\\b.+");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    if (!VERB.matcher(ahead.first()).matches()) {
      return Optional.empty();
    }
    boolean sentLater = ahead.texts().size() > 1;
    var job = new BriefJob(ahead, sentLater);
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
