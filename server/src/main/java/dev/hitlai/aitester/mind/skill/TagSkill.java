package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                  + " the|to your|to my|into the)\\s+(?:a |two |three )?(?:"
                  + KINDS
                  + ")\\b.*$"));
  private static final Pattern FIELD = Pattern.compile("(?i).*\\b(?:" + KINDS + "|add|enter)\\b.*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var field = field(now);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    for (var wording : WORDINGS) {
      var match = wording.matcher(ahead.first());
      if (ahead.first().matches("(?i).*\\b(?:that|which|starts?|ends?|ending|starting)\\b.*")) {
        return Optional.empty();
      }
      if (match.matches()) {
        var jobs = new ArrayList<Job>();
        ChooseSkill.items(match.group(1), ahead).forEach(item -> jobs.add(new TagJob(item)));
        return Assignment.of(new Sequence(jobs));
      }
    }
    return Optional.empty();
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
    private final String word;
    private int moves;

    TagJob(String word) {
      this.word = word;
    }

    @Override
    public Turn turn(Sight now) {
      var field = field(now);
      moves++;
      if (field.isEmpty() || moves > 3) {
        return Turn.done();
      }
      if (moves == 1) {
        return Turn.act(new Action.Type(now.element(field.get()), word), "this is one of them");
      }
      if (!field.get().value().equalsIgnoreCase(word)) {
        return Turn.done();
      }
      var offer =
          now.matching(t -> t.role().equals("option") && Texts.same(t.text(), word)).findFirst();
      if (moves == 2) {
        return offer
            .map(t -> Turn.press(now, t, "it is offered"))
            .orElseGet(() -> Turn.act(new Action.Press("Enter"), "the next one has to begin"));
      }
      return Commit.named("add", now)
          .map(t -> Turn.press(now, t, "it has to be added"))
          .orElseGet(Turn::done);
    }
  }
}
