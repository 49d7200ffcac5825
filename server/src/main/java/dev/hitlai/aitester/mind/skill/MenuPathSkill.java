package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** "In the menu File, choose Export and then PDF": each opens what the next stands in. */
final class MenuPathSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:choose|select|click|press|pick|open|use|go to|take|tap|hit|find)(?: on)?"
              + " (.+?)\\s+(?:in|from|under|via|on|inside|within) (?:the |your )?(?:menu (?:called"
              + " |named )?(.+)|(.+?)"
              + " (?:menu|drop-?down|toolbar|button|tab|section|folder|panel))$");
  private static final Pattern STEPS =
      Pattern.compile(
          "(?i)\\s*(?:,? and (?:then|there|in it|from there|under it) |,? then (?:choose |select"
              + " |click |press )?|>|→|›|/|,\\s*)\\s*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches()) {
      return Optional.empty();
    }
    var menu = ahead.plain(asked.group(2) != null ? asked.group(2) : asked.group(3)).strip();
    var head =
        now.finder().find(Target.named(menu), t -> t.isPressable() && t.label().length() < 40);
    var steps = STEPS.split(asked.group(1));
    boolean hidden = now.finder().find(Target.of(steps[0], ahead), Thing::isPressable).isEmpty();
    if (head.isEmpty() || !hidden) {
      return Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    jobs.add(new PressJob(Target.named(menu)));
    for (var step : steps) {
      jobs.add(new PressJob(Target.of(step, ahead)));
    }
    return Assignment.of(new Sequence(jobs));
  }
}
