package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Embeddings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Press the one that is no tree", "choose the animal": told by what the words mean. */
final class OddSkill implements Skill {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:click|press|tap|choose|select|pick|find|tick|mark)(?: on)? (?:the )?(?:only"
              + " )?(?:one|word|button|item|thing|entry|option|name)s? (?:that|which|who)"
              + " (is|are|isn't|does|do)( not?| no|n't)?(?: belong to| belong with| count as)?(?:"
              + " an?| the| any)? (.+)$");
  private static final Pattern ODD =
      Pattern.compile(
          "(?i)^(?:click|press|tap|choose|select|pick|find|mark)(?: on)? (?:the )?(?:odd one"
              + " out|(?:one|word|item) that (?:does not|doesn't) (?:belong|fit)(?: (?:in|with|to)"
              + " .*)?|(?:one|word|item) that is different(?: from .*)?)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var asked = ASKED.matcher(ahead.first());
    boolean odd = ODD.matcher(ahead.first()).matches();
    if (!odd && (!asked.matches() || !ahead.quotedIn(ahead.first()).isEmpty())) {
      return Optional.empty();
    }
    var kind = odd ? "" : asked.group(3);
    boolean negated = odd || asked.group(2) != null || asked.group(1).equalsIgnoreCase("isn't");
    var all = rivals(now);
    if (all.size() < 3 || Looks.speaksIn(kind) || kind.matches(".*\\d.*")) {
      return Optional.empty();
    }
    var order = Comparator.comparingDouble((Thing t) -> belonging(t, kind, all));
    var chosen = negated ? all.stream().min(order) : all.stream().max(order);
    return chosen.flatMap(
        t -> {
          int ref = t.node().ref();
          return Assignment.of(
              new Once(
                  sight ->
                      sight.again(ref).map(one -> Turn.press(sight, one, "its meaning tells"))));
        });
  }

  /** How much a word belongs to a kind, or with the others when no kind is named. */
  private static double belonging(Thing one, String kind, List<Thing> all) {
    double with =
        all.stream()
            .filter(other -> other != one)
            .mapToDouble(other -> Embeddings.shared().cosine(one.label(), other.label()))
            .average()
            .orElse(0);
    return kind.isEmpty() ? with : with + 2 * Embeddings.shared().cosine(one.label(), kind);
  }

  /** The largest group of short like things. */
  private static List<Thing> rivals(Sight now) {
    return now.matching(
            t ->
                t.hasWords()
                    && t.text().length() < 30
                    && !t.text().matches("(?i)submit|ok|done|next|send")
                    && (t.isPressable() || t.isLeaf())
                    && !t.takesText())
        .map(ItemList::around)
        .map(
            list ->
                list.stream()
                    .filter(t -> !t.text().matches("(?i)submit|ok|done|next|send"))
                    .toList())
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
