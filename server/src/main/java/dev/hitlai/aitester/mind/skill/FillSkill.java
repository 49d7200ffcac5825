package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "He is 43 years old and lives in Utrecht", "bass 7, mid 0", "book the attic for 7 June 2028":
 * values in whatever words, brought to the fields that they belong in. Taken when every value that
 * the words give has its place; {@link #LENIENT} also where some place has to be looked for first.
 */
final class FillSkill implements Skill {
  /** Deeds that are no filling in. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)^(?:(?:double|right)[- ]?click|click|press|tap|hit|push|open|close|dismiss|go\\b(?!"
              + " for)|navigate|visit|follow|unfollow|expand|collapse|scroll|wait|drag|drop|move|hover|point|sort|arrange|copy|paste|highlight|mark|tick|untick|check|uncheck|unselect|deselect|turn|switch|toggle|enable|disable|activate|deactivate|delete|remove|star|unstar|like|unlike|reply|respond|forward|share|retweet|run|execute|solve|count|calculate|compute|guess|play|pause|upload|attach|focus|undo|redo|reload|refresh|swap|archive|mute|block|resize|draw|zoom|underline|search|look|read|rename|rotate|duplicate|if|unless|otherwise|when|while|until|repeat|keep|how|what|which|who|where|in"
              + " which|expand|answer)\\b.*");

  /** The value is not what is written but has to be worked out, looked up or waited for. */
  private static final Pattern INDIRECT =
      Pattern.compile(
          "(?i)\\b(?:backwards?|revers\\w*|upper[- ]?case|capital\\w*|lower[- ]?case|small"
              + " letters|initials?|(?:first|last|middle|second|third|next|previous|\\d+(?:st|nd|rd|th))"
              + " (?:letters?|words?|characters?|digits?|lines?|row|entry|result|field|box|tab|page|paragraph|item)|sum|plus|minus|times|product"
              + " of|twice in a row|half"
              + " of|divided|shown|appears?|displayed|alphabetical\\w*|(?:which|that|it)"
              + " (?:says|reads|is)|characters|translate|spelled|more than|less than|cheapest|most"
              + " expensive|shortest|longest|fastest|highest|lowest|largest|smallest|biggest|earliest|latest|(?:line|entry|item|row|paragraph|step|word|sentence|point|verse)"
              + " (?:no\\.? |number )?\\d+|as soon"
              + " as|unless|bold|italic\\w*|underlined?|suggest\\w*|slowly|day after|day"
              + " before|(?:days?|weeks?|months?) (?:later|after|before|from))\\b|@\\w+\\b(?!\\.)");

  /** "The phone number of Ann": read on the page. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "^(?i:enter|type|write|put|fill in|give|insert|use|find|look up|get|read|check)\\b (?i:in"
              + " )?(?:(?i:the) [\\p{Ll} -]+ (?i:of|for|from|in|by|at) (?:the"
              + " )?\\p{Lu}\\p{L}+[^:]*|\\p{Lu}[\\p{L} ]+['’]s? [^:]*)$");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?i)\\b(?:shown|given|sent|told|says?|find|found|get|receive|appears?|see|answer|contains?|holds)\\b");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)^(?:enter|type|write|put|fill in|use|give|set|choose|select)"
              + " (?:it|that|this|them|the (?:code|answer|result|number|value|word|text))\\b.*");

  /** Also where a field has to be uncovered first. */
  static final FillSkill LENIENT = new FillSkill(true);

  private final boolean lenient;

  FillSkill() {
    this(false);
  }

  private FillSkill(boolean lenient) {
    this.lenient = lenient;
  }

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    int clauses = clauses(ahead, now);
    if (clauses == 0) {
      return Optional.empty();
    }
    var wish = Wish.of(ahead, clauses);
    var matching = Matching.of(wish, Slots.of(now));
    boolean takes = lenient ? mayFit(wish, matching, now) : fits(wish, matching, now);
    return takes
        ? Assignment.of(new FillJob(wish, ahead.after(clauses)), clauses)
        : Optional.empty();
  }

  private static boolean fits(Wish wish, Matching matching, Sight now) {
    var left = matching.left().stream().filter(one -> !one.isDoubtful(wish.words())).toList();
    return !matching.placed().isEmpty()
        && (left.isEmpty()
            || left.size() < wish.mentions().size() && hasMore(wish, now)
            || leadsOn(wish, now));
  }

  /** Another part of the form is still to come. */
  private static boolean hasMore(Wish wish, Sight now) {
    return now.matching(t -> t.isField() && t.node().disabled()).findAny().isPresent()
        || Openers.next(now, wish, List.of()).isPresent()
        || leadsOn(wish, now);
  }

  private static boolean leadsOn(Wish wish, Sight now) {
    return Commit.find(now, wish.words()).filter(Commit::isStep).isPresent();
  }

  private static boolean mayFit(Wish wish, Matching matching, Sight now) {
    boolean values = wish.mentions().stream().anyMatch(one -> !one.isDoubtful(wish.words()));
    boolean filling =
        !Clauses.startsWithVerb(wish.words())
            || Openers.isMaking(wish.words())
            || wish.words()
                .matches(
                    "(?is)^(?:set|change|fill|type|give|adjust|update|correct|print|redeem)\\b.*");
    return values
        && filling
        && (!matching.placed().isEmpty()
            || Openers.next(now, wish, List.of()).isPresent()
            || leadsOn(wish, now));
  }

  /** How many clauses, from the first on, speak of values or just tell something. */
  private static int clauses(Clauses ahead, Sight now) {
    int count = 0;
    for (int i = 0; i < ahead.texts().size() && isValued(ahead, i, now); i++) {
      count = i + 1;
    }
    while (count > 1
        && ANNOUNCED.matcher(ahead.at(count - 1)).find()
        && Wish.of(ahead.after(count - 1), 1).mentions().isEmpty()) {
      count--; // what is still to be shown is no value
    }
    return count;
  }

  /** The value is not what is written. */
  static boolean isIndirect(String words) {
    return INDIRECT.matcher(words).find();
  }

  private static boolean isValued(Clauses ahead, int index, Sight now) {
    var clause = ahead.at(index);
    if (OTHER.matcher(clause).matches()
        || INDIRECT.matcher(clause).find()
        || SearchSkill.isFound(ahead.after(index), now)
        || PROPERTY.matcher(clause).matches()
        || REFERENCE.matcher(clause).matches()) {
      return false;
    }
    var alone = Wish.of(ahead.after(index), 1);
    if (clause.matches("(?i)^(?:choose|select|pick)\\b.*")) {
      return !new Choices(alone, Slots.of(now)).placed().isEmpty(); // nothing is typed for it
    }
    return !alone.mentions().isEmpty() && !Commit.isNamed(alone.words(), now)
        || !Clauses.startsWithVerb(clause) && index > 0
        || !new Choices(alone, Slots.of(now)).placed().isEmpty();
  }
}
