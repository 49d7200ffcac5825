package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** "File>Export>PDF", with or without spaces: the way is all that is said. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)^(?:choose|select|click|press|pick|open|use|go to|navigate"
              + " to|follow|take|tap|hit|find)(?: on)?(?: (?:the )?(?:menu"
              + " )?(?:item|entry|path|option))? ([^>→›]+(?:\\s*[>→›]\\s*[^>→›]+)+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var path = PATH.matcher(ahead.first());
    if (path.matches()) {
      return Assignment.of(new MenuPathJob(steps(path.group(1).split("\\s*[>→›]\\s*"), ahead)));
    }
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
    var way = new ArrayList<>(List.of(Target.named(menu)));
    way.addAll(steps(steps, ahead));
    return Assignment.of(new MenuPathJob(List.copyOf(way)));
  }

  private static List<Target> steps(String[] names, Clauses clauses) {
    return Stream.of(names).map(name -> Target.of(name.strip(), clauses)).toList();
  }
}
