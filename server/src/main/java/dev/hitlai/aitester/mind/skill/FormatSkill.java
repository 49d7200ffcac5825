package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Make the word X bold", "give the text the color red" in an editor; "highlight the paragraph".
 */
final class FormatSkill implements Skill {
  private static final Pattern FORMAT =
      Pattern.compile(
          "(?i)^(?:using the text editor,? )?(?:make|format|set|turn|give|mark|change)\\s+(?:only"
              + " |just )?(?:the )?(?:word |text |passage |phrase |everything |all(?: of)?(?: the)?"
              + " text)?(.*?)\\s*(?:in |as |to (?:be )?|the (?:style|colou?r)"
              + " )?(bold|italics?|underlined?|struck"
              + " through|strikethrough|red|green|blue|yellow|orange|purple|black|pink|brown|gr[ae]y|white|cyan|magenta)(?:"
              + " text)?(?: (?:with|using|in) .*)?$");
  private static final Pattern HIGHLIGHT =
      Pattern.compile(
          "(?i)^(?:highlight|select|mark)\\s+(?:the |all (?:of )?(?:the )?)?(?:(\\S+)"
              + " )?(?:text|paragraph|passage|sentence|word)\\b(.*)$");

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i)^(?:select|mark|highlight)\\s+(?:all(?: of)?(?: the| this| its)?(?: text|"
              + " words)?|everything|the (?:whole|entire|complete) text)(?: in .*)?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var format = FORMAT.matcher(ahead.first());
    if (format.matches()) {
      var passage =
          ahead
              .plain(format.group(1))
              .replaceFirst(
                  "(?i)(?:^|\\s+)(?:in|inside|within|of|from) (?:the|this) (?:text"
                      + " ?)?(?:editor|box|area|field|document|page|paper|sheet|textarea)\\s*$",
                  "")
              .strip()
              .replaceFirst(
                  "(?i)^(?:it|this|that|them|everything|all(?: of it| the text| of the text)?|the"
                      + " (?:whole|entire) text)$",
                  "");
      return editor(now)
          .flatMap(
              e ->
                  Assignment.of(
                      new Sequence(
                          List.of(
                              marking(passage),
                              new PressJob(
                                  Target.named(
                                      format.group(2).toLowerCase(java.util.Locale.ROOT)))))));
    }
    if (WHOLE.matcher(ahead.first()).matches() && editor(now).isPresent()) {
      return Assignment.of(marking(""));
    }
    var highlight = HIGHLIGHT.matcher(ahead.first());
    return highlight.matches()
            && now.fields().stream().noneMatch(f -> f.role().matches("checkbox|radio|option"))
            && !now.things().isEmpty()
            && ahead.first().toLowerCase(java.util.Locale.ROOT).startsWith("highlight")
        ? Assignment.of(highlighting(ahead, Texts.ordinal(ahead.first()).orElse(1)))
        : Optional.empty();
  }

  private static Job marking(String passage) {
    return new Once(
        now ->
            editor(now)
                .map(
                    editor ->
                        Turn.act(
                            new Action.Mark(
                                now.element(editor), passage.isBlank() ? editor.text() : passage),
                            "this is to be formatted")));
  }

  private static Job highlighting(Clauses clauses, int ordinal) {
    var quoted = clauses.quotedIn(clauses.first());
    return new Once(
        now -> {
          var passages =
              new ArrayList<>(
                  now.matching(t -> t.own().split("\\s+").length > 2 && !t.isField()).toList());
          if (!quoted.isEmpty()) {
            return now.finder()
                .find(Target.named(quoted.getFirst()), Thing::hasWords)
                .map(
                    t ->
                        Turn.act(
                            new Action.Mark(now.element(t), quoted.getFirst()),
                            "this is to be marked"));
          }
          return ordinal <= passages.size()
              ? Optional.of(
                  Turn.act(
                      new Action.Mark(
                          now.element(passages.get(Math.max(1, ordinal) - 1)),
                          passages.get(Math.max(1, ordinal) - 1).own()),
                      "this is to be marked"))
              : Optional.empty();
        });
  }

  /** A field whose text can be formatted. */
  private static Optional<Thing> editor(Sight now) {
    return now.fields().stream()
        .filter(f -> f.takesText() && !f.tag().equals("input") && !f.tag().equals("textarea"))
        .findFirst();
  }
}
