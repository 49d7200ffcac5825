package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Order the soup with only these extras: bread and cheese": just these marked, and then sent. */
final class OnlySkill implements Skill {
  private static final Pattern WITH_ONLY =
      Pattern.compile(
          "(?i)^(\\p{L}+)\\b.*?\\b(?:with|for|on|to"
              + " have|containing|including)\\s+(?:only|just|exactly|nothing"
              + " but)\\s+(?:(?:these|the following|the)\\s+)?(?:[\\p{L}"
              + " ]{2,30}:\\s*)?(.+)$|^(\\p{L}+)\\b.*?\\b(?:only|just|exactly)\\s+(?:these|the"
              + " following)\\s+(?:[\\p{L} ]{2,30}:\\s*)?(.+)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var match = WITH_ONLY.matcher(ahead.first());
    if (!match.matches()) {
      return Optional.empty();
    }
    var verb = match.group(1) == null ? match.group(3) : match.group(1);
    var listed = match.group(2) == null ? match.group(4) : match.group(2);
    var units = Units.choices(now);
    var names = ChooseSkill.items(listed, ahead);
    boolean known =
        units.stream().noneMatch(unit -> unit.control().role().matches("radio|option"))
            && names.stream()
                .allMatch(name -> units.stream().anyMatch(unit -> Texts.same(unit.label(), name)));
    if (names.isEmpty() || !known) {
      return Optional.empty();
    }
    boolean marking =
        verb.matches("(?i)select|choose|tick|check|mark|pick|leave|keep|have|make|set|ensure");
    return Assignment.of(
        new TickSetJob(new SetPhrase("", "", List.of(), true, names), true, marking ? "" : verb));
  }
}
