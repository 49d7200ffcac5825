package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** "Scroll to the part about Ely and press the button there": what stands in one part of many. */
final class SectionSkill implements Skill {
  private static final Pattern SECTION =
      Pattern.compile(
          "(?i)^(?:scroll|go|move|look|get|navigate|find|locate|jump|head)\\b(?:"
              + " (?:down|up|for|until you (?:see|find|reach)))*(?: to| for)? (?:the"
              + " )?(?:(?:part|section|paragraph|heading|chapter|entry|card|article|block|place|area)\\b(?:"
              + " (?:about|on|for|of|called|named|titled|with|headed))?(?: the"
              + " heading)?|(?=Q\\d+(?: \\p{L}+)?$|\\p{Lu}))\\s*(?:the )?(.+?)(?:"
              + " (?:section|part|heading|paragraph|chapter|entry|card|article))?$");
  private static final Pattern THERE =
      Pattern.compile(
          "(?i)^(?:click|press|tap|push|hit|use|choose|select)(?: on)?\\s+(.+?)\\s+(?:there|in"
              + " it|in (?:that|this) \\p{L}+|under it|below it|beneath it|next to it|beside it)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var section = SECTION.matcher(ahead.first());
    var there = THERE.matcher(ahead.at(1));
    if (!section.matches() || !there.matches()) {
      return Optional.empty();
    }
    var name = ahead.plain(section.group(1));
    var target = Target.of(there.group(1), ahead);
    var job =
        new Once(
            sight ->
                within(name, target, sight)
                    .map(t -> Turn.press(sight, t, "it belongs to “" + name + "”")));
    return job.fits(now) ? Assignment.of(job, 2) : Optional.empty();
  }

  /** The first that fits behind the heading, in the smallest part around it that has one. */
  private static Optional<Thing> within(String name, Target target, Sight now) {
    var fitting = now.finder().all(target, t -> t.isPressable() && !t.isField());
    return now.finder().all(Target.named(name), t -> t.hasWords() && !fitting.contains(t)).stream()
        .flatMap(
            head -> {
              var part = Rows.around(head, now, fitting::contains);
              return fitting.stream()
                  .filter(t -> part != null && t.isIn(part) && t.order() > head.order())
                  .limit(1);
            })
        .findFirst();
  }
}
