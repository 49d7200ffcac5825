package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Attach the file plan.txt", "delete the photo beach.png": one entry of many, and a button that is
 * there but once for all of them, or stands in a row that has to be looked for.
 */
final class ItemDeedSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^((?!click|press|tap|open|type|enter|find|select|choose|check|tick|go|set|turn|switch|put|fill|rename|drag|move|write)\\p{L}{3,}(?:"
              + " (?:out|off|up))?)\\s+(?:the |my |our |an? )?(.+)$");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)^(?:(?:file|document|photo|picture|image|song|track|book|message|e-?mail|mail|device|report|note|album|person|member|user|contact|player|friend|guest|article|item|entry|folder|video|card|task|page|product|row|student|guide|town|recipe|film|one|colleague|course|event|plan|playlist|game|plant|package|order|account)s?"
              + " )?(?:(?:called|named|titled|from|by|of|for) )?(?:the )?(.+)$");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)\\s+(?:in it|there|from it|in there|from here|from this"
              + " list|(?:in|inside|from|on|off) (?:the|your|my|this) (?:\\w+"
              + " )?(?:list|folder|table|page|tree|directory|inbox|gallery|queue|menu|box).*|(?:in|inside|from)"
              + " the folder .*|as well|too|for me|for us|please)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    if (!asked.matches() || !Clauses.startsWithVerb(ahead.first())) {
      return Optional.empty();
    }
    var deed = asked.group(1).toLowerCase(java.util.Locale.ROOT);
    var noun = NOUN.matcher(TAIL.matcher(asked.group(2)).replaceFirst(""));
    if (!noun.matches()) {
      return Optional.empty();
    }
    var masked = noun.group(1).strip();
    var name = ahead.plain(masked).strip();
    boolean particular =
        masked.matches("Q\\d+")
            || name.matches("[\\w -]+\\.\\w{2,4}")
            || name.matches("\\p{Lu}[\\p{L}'’.-]*(?: [\\p{L}\\d'’.-]+){0,4}");
    var job = new ItemDeedJob(deed, name);
    return particular && job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
