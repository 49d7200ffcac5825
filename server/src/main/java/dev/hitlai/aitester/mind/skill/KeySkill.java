package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Press the Enter key", "hover over the icon": what is done with a key or by pointing alone. */
final class KeySkill implements Skill {
  private static final String WORDS =
      "enter|return|tab|escape|esc|space(?: ?bar)?|(?:arrow|cursor)[ -]?(?:up|down|left|right)"
          + "|(?:up|down|left|right)(?:[ -](?:arrow|cursor))?|home|end|page ?(?:up|down)|backspace"
          + "|delete|del|insert|f\\d{1,2}";
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)^(?:press|hit|use|push|click|tap|strike|type)(?: down)?\\s+(?:on )?(?:the )?(key"
              + " (?:(?:for|of|marked|labell?ed|called|with|that says) )?)?(?:the"
              + " )?((?:letter|digit|number) )?((?:(?:ctrl|control|shift|alt|meta|cmd|command)(?:"
              + " ?\\+ ?| and ))*)("
              + WORDS
              + "|Q\\d+|[\\p{L}\\d])( key)?( (?:on|of) (?:the|your) keyboard)?$");

  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)^(?:press|hit|use|push|click|tap|type)\\s+(?:the |these |the following )?(arrow"
              + " |cursor )?(?:letter |number )?keys(?: in (?:this|that|the given|the following)"
              + " order| in order| one after (?:the other|another))?:?\\s+(.+?)(?:,? in"
              + " (?:this|that) order)?$");

  /** Words that mean a key even if nobody calls it one. */
  private static final Pattern SURE =
      Pattern.compile(
          "(?i)enter|return|tab|esc(?:ape)?|space.*|.*(?:arrow|cursor).*|page.*|backspace|f\\d+");

  private static final Pattern HOVER =
      Pattern.compile(
          "(?i)^(?:hover|point|move (?:the |your )?(?:mouse|pointer|cursor))(?: over| at|"
              + " on(?:to)?| to)?\\s+(.+)$");
  private static final Map<String, String> NAMES =
      Map.of("return", "Enter", "esc", "Escape", "spacebar", "Space", "del", "Delete");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var key = KEY.matcher(ahead.first());
    if (key.matches() && isKey(key, ahead, now)) {
      var name = combined(key.group(3)) + name(ahead.plain(key.group(4)));
      return Assignment.of(pressing(name));
    }
    var keys = keys(ahead);
    if (keys.size() > 1) {
      return Assignment.of(new Sequence(keys));
    }
    var hover = HOVER.matcher(ahead.first());
    if (!hover.matches()) {
      return Optional.empty();
    }
    var target = Target.of(hover.group(1), ahead);
    return Assignment.of(
        new Once(
            sight ->
                sight
                    .finder()
                    .find(target)
                    .or(() -> Looks.find(target, sight))
                    .map(
                        thing ->
                            Turn.act(
                                new Action.Hover(sight.element(thing)),
                                "it is to be pointed at"))));
  }

  /** "Press the arrow keys left, up and right", "press these keys in order: A, S, D". */
  private static List<Job> keys(Clauses ahead) {
    var several = SEVERAL.matcher(ahead.first());
    if (!several.matches()) {
      return List.of();
    }
    boolean arrows = several.group(1) != null;
    var names =
        Stream.of(
                several
                    .group(2)
                    .split("(?i)\\s*,\\s*(?:and |then )*|\\s+(?:and|then|and then)\\s+"))
            .map(word -> ahead.plain(word.strip()).replaceFirst("(?i)^the ", ""))
            .map(word -> arrows && !word.contains("arrow") ? word + " arrow" : word)
            .toList();
    return names.stream().allMatch(word -> word.matches("(?i)" + WORDS + "|[\\p{L}\\d]"))
        ? names.stream().map(KeySkill::name).map(KeySkill::pressing).toList()
        : List.of();
  }

  private static Job pressing(String name) {
    return new Once(
        sight -> Optional.of(Turn.act(new Action.Press(name), "this key is asked for")));
  }

  /** Called a key, or a word for one that nothing on the page goes by. */
  private static boolean isKey(Matcher said, Clauses ahead, Sight now) {
    boolean called =
        Stream.of(1, 2, 5, 6).anyMatch(group -> said.group(group) != null)
            || !said.group(3).isEmpty();
    var word = ahead.plain(said.group(4));
    return (called || SURE.matcher(word).matches())
        && (word.length() == 1 || word.matches("(?i)" + WORDS))
        && now.matching(t -> t.isPressable() && Texts.same(t.label(), word)).findAny().isEmpty();
  }

  /** "Ctrl + Shift + " as the browser writes it. */
  private static String combined(String held) {
    return Stream.of(held.toLowerCase(Locale.ROOT).split("(?: ?\\+ ?| and )"))
        .filter(word -> !word.isBlank())
        .map(
            word ->
                switch (word) {
                  case "shift" -> "Shift+";
                  case "alt" -> "Alt+";
                  case "meta", "cmd", "command" -> "Meta+";
                  default -> "Control+";
                })
        .collect(Collectors.joining());
  }

  private static String name(String word) {
    if (word.length() == 1) {
      return word.toLowerCase(Locale.ROOT);
    }
    var lower = word.toLowerCase(Locale.ROOT).replace(" bar", "bar").replace("cursor", "arrow");
    if (lower.matches("up|down|left|right")) {
      return name(word + " arrow");
    }
    if (lower.contains("arrow")) {
      var way = lower.replace("arrow", "").replace("-", " ").strip();
      return "Arrow" + way.substring(0, 1).toUpperCase(Locale.ROOT) + way.substring(1);
    }
    if (lower.startsWith("page")) {
      return lower.endsWith("up") ? "PageUp" : "PageDown";
    }
    var known = NAMES.get(lower);
    return known != null
        ? known
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }
}
