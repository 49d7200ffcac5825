package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "Tag the photo with family and sunset": words that are entered one after the other. */
final class TagSkill implements Skill {
  private static final String KINDS =
      "tags?|labels?|keywords?|skills?|topics?|hashtags?|interests?|chips?|ingredients?|categor(?:y|ies)";
  private static final List<Pattern> WORDINGS =
      List.of(
          Pattern.compile(
              "(?i)^(?:tag|label|categori[sz]e)\\s+.+?\\s+(?:with|as)\\s+(?:the )?(?:(?:"
                  + KINDS
                  + ") )?(.+)$"),
          Pattern.compile(
              "(?i)^(?:add|give|enter|put|set|attach|assign|type|create|insert|use)\\s+(?:it |them"
                  + " )?(?:the |these |two |three |both )*(?:following )?(?:"
                  + KINDS
                  + "):?\\s+(.+?)(?:\\s+(?:to|on|for|in)\\s+.+)?$"),
          Pattern.compile(
              "(?i)^(?:add|give|enter|put|set|attach|assign|type|insert|use)\\s+(.+?)\\s+(?:as|to"
                  + " the|to your|to my|into the)\\s+(?:a |two |three |list of )?(?:"
                  + KINDS
                  + ")\\b.*$"));

  /** "Add the stops X and Y": any noun will do where the only field offers or asks for such. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?i)^(?:add|enter|put|insert|type|choose|select|pick|include|give|use|invite|list|note)\\s+(?:both"
              + " |all )?(?:the |these )?(?:two |three |four |following"
              + " )*(?-i:(\\p{Ll}{3,}s)):?\\s+((?:Q\\d+|(?-i:\\p{Lu})).*)$");

  /** How, not what: the list is entered in order and by what is offered in any case. */
  private static final Pattern MANNER =
      Pattern.compile(
          "(?i)(?:,?\\s+|(?=:))(?:in (?:this|that|the given) order|one (?:after|by) (?:the"
              + " other|another|one)|by"
              + " (?:choosing|picking|selecting|typing|taking|using)\\b.*|(?:from|using|with|via)"
              + " the (?:suggestions?|proposals?|list)\\b.*|(?:to|in|into) the"
              + " (?:list|field|box)(?! of)\\b.*|:\\s+(?:pick|choose|select|take)\\b.*)$");

  private static final Pattern FIELD = Pattern.compile("(?i).*\\b(?:" + KINDS + "|add|enter)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var field = field(now);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    var clause = ahead.first();
    if (clause.matches("(?i).*\\b(?:that|which|starts?|ends?|ending|starting)\\b.*")) {
      return Optional.empty();
    }
    for (int i = 0; MANNER.matcher(clause).find() && i < 3; i++) {
      clause = MANNER.matcher(clause).replaceFirst("");
    }
    boolean offered = ahead.first().matches("(?i).*\\b(?:suggest|propos|offer)\\p{L}+\\b.*");
    for (var wording : WORDINGS) {
      var match = wording.matcher(clause);
      if (match.matches()) {
        return entered(ChooseSkill.items(match.group(1), ahead), offered);
      }
    }
    var list = LIST.matcher(clause);
    return list.matches() && isFor(list.group(1), field.get(), now)
        ? entered(ChooseSkill.items(list.group(2), ahead), offered)
        : Optional.empty();
  }

  private static Optional<Assignment> entered(List<String> items, boolean offered) {
    return Assignment.of(
        new Sequence(items.stream().map(item -> (Job) new TagJob(item, offered)).toList()));
  }

  /** The only field, and one for such things: it offers some, or is called by their name. */
  private static boolean isFor(String things, Thing field, Sight now) {
    var label = BriefJob.label(field, now) + " " + field.node().name();
    return now.fields().stream().filter(Thing::takesText).count() == 1
        && field.value().isBlank()
        && (field.role().equals("combobox")
            || Words.concepts(label).containsAll(Words.concepts(things)));
  }

  private static Optional<Thing> field(Sight now) {
    var fields = now.fields().stream().filter(Thing::takesText).toList();
    return fields.stream()
        .filter(f -> FIELD.matcher(BriefJob.label(f, now) + " " + f.node().name()).matches())
        .findFirst()
        .or(() -> fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty());
  }

  /** One word: typed, and confirmed by what is offered, by Enter, or by the button beside it. */
  private static final class TagJob implements Job {
    private static final int MOST_WAITS = 4;
    private final String word;
    private final boolean offered;
    private Set<Integer> before = Set.of();
    private int moves;
    private int waits;

    TagJob(String word, boolean offered) {
      this.word = word;
      this.offered = offered;
    }

    @Override
    public Turn turn(Sight now) {
      var field = field(now);
      if (field.isEmpty() || moves > 3) {
        return Turn.done();
      }
      if (moves == 0) {
        moves++;
        before = now.refs();
        return Turn.act(new Action.Type(now.element(field.get()), word), "this is one of them");
      }
      if (!field.get().value().equalsIgnoreCase(word)) {
        return Turn.done();
      }
      return confirm(field.get(), now);
    }

    private Turn confirm(Thing field, Sight now) {
      var offer = moves == 1 ? offer(now) : Optional.<Thing>empty();
      boolean offers = offered || field.role().equals("combobox");
      if (moves == 1 && offer.isEmpty() && waits++ < (offers ? MOST_WAITS : 1)) {
        return Turn.act(new Action.Await(Duration.ofMillis(200)), "something may be offered");
      }
      moves++;
      if (moves == 2) {
        return offer
            .map(t -> Turn.press(now, t, "it is offered"))
            .orElseGet(() -> Turn.act(new Action.Press("Enter"), "the next one has to begin"));
      }
      return Commit.named("add", now)
          .map(t -> Turn.press(now, t, "it has to be added"))
          .orElseGet(Turn::done);
    }

    /** New below the field, or an option. */
    private Optional<Thing> offer(Sight now) {
      var offers =
          now.matching(t -> !t.isField() && Texts.same(t.text(), word))
              .filter(t -> t.role().equals("option") || !before.contains(t.node().ref()))
              .toList();
      return Nesting.innermost(offers).stream().findFirst();
    }
  }
}
