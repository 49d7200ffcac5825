package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Clear the remarks", "remove what is written under Doorbell": a field that is to be empty. */
final class ClearSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:clear|empty|erase|wipe|blank|delete|remove|make|leave|set)(?: out)?\\s+(.+)$");
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?i)^(?:what(?:ever)? (?:is|stands|was|has been) ?(?:written|entered|typed|there|filled"
              + " in)?|(?:the |all (?:the"
              + " )?)?(?:text|contents?|entry|value|words|writing|input))(?: (?:that is|which"
              + " is|written|entered|typed))? ?(?:in|under|of|from|for|at|beside|next to)\\s+(?:the"
              + " )?(.+)$");
  private static final Pattern STATE =
      Pattern.compile("(?i)^(?:the )?(.+?)\\s+(?:field |box )?(?:empty|blank)$");
  private static final Pattern AIM =
      Pattern.compile(
          "(?i),?\\s+(?:so that|until|so) (?:it|they|the"
              + " field|nothing).*$|\\s+(?:field|box|input|text ?box)$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    boolean wiping = ahead.first().matches("(?i)^(?:clear|empty|erase|wipe|blank)\\b.*");
    var object = AIM.matcher(verb.group(1)).replaceFirst("");
    var content = CONTENT.matcher(object);
    var state = STATE.matcher(object);
    var name =
        content.matches()
            ? content.group(1)
            : state.matches()
                ? state.group(1)
                : wiping ? object.replaceFirst("(?i)^(?:the|my|your) ", "") : "";
    var field =
        name.isBlank()
            ? Optional.<Thing>empty()
            : field(AIM.matcher(ahead.plain(name)).replaceFirst(""), now);
    return field.flatMap(
        f -> {
          int ref = f.node().ref();
          return Assignment.of(
              new Once(
                  sight ->
                      sight
                          .again(ref)
                          .map(
                              t ->
                                  Turn.act(
                                      new Action.Type(sight.element(t), ""),
                                      "it has to be empty"))));
        });
  }

  private static Optional<Thing> field(String name, Sight now) {
    return now.fields().stream()
        .filter(f -> f.takesText() && !f.value().isBlank() && FieldNames.fit(name, f, now) >= 0.5)
        .max(Comparator.comparingDouble(f -> FieldNames.fit(name, f, now)));
  }
}
