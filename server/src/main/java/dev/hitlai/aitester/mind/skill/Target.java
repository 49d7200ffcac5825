package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the instruction calls a thing on the page.
 *
 * @param words its name, without what kind of thing it is
 * @param kind {@code button}, {@code link}, {@code field} …, empty when not said
 * @param ordinal 1 for the first, -1 for the last, 0 when not said
 * @param beside words of the row, card or person that it belongs to, empty when not said
 * @param quoted whether the name stood in quotation marks
 */
record Target(String words, String kind, int ordinal, String beside, boolean quoted) {
  private static final Pattern KIND =
      Pattern.compile(
          "(?i)\\b(button|link|hyperlink|tab|checkbox|check box|radio(?: button)?|icon|image|menu"
              + " item|menu|option|item|entry|row|cell|card|section|folder|file|node|box|text"
              + " ?(?:box|field|area|input)|textbox|textfield|textarea|input"
              + " ?(?:box|field|text)?|field|drop-?down(?: (?:menu|list))?|list|dialog(?:"
              + " box)?|pop-?up|window|switch|toggle|slider|spinner|tile|header|heading|word|shape|result|name|label|square)\\b");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)\\b(?:labell?ed|called|named|titled|with (?:the"
              + " )?(?:text|label|name|title|caption)|that (?:says|reads|is"
              + " (?:called|labell?ed|named))|saying|reading|marked|which (?:says|reads))\\b[: ]*");
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)\\s+(?:(?:in|on|of|for|at|from|by|within|inside|under|below|beneath|beside|next"
              + " to|belonging to|near) (?:the )?(?:(?:same"
              + " )?(?:row|line|card|post|tweet|message|e-?mail|user|person|entry|product|item|section|contact|account|section|list"
              + " item|comment)s? )?(?:of|for|by|from|with|called|named|labell?ed|titled|that"
              + " says|user)?\\s*:?\\s*)(.+)$");
  private static final Pattern FILLER =
      Pattern.compile("(?i)^(?:(?:on|the|a|an|that|this|your|it'?s|its|their|of|to|at) )+");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)\\s+(?:on|in|at|from|of|into|within|below|above|inside)\\s+(?:the |this |your"
              + " )?(?:(?:main|left|right|top|bottom|navigation|drop-?down|pop-?up|scroll|following|given|site|web)"
              + " ?)*(?:page|screen|list|menu|drop-?down|dialog(?:"
              + " box)?|box|form|table|site|website|toolbar|window|bottom|top|tree|grid|sidebar|header|footer|scroll|panel|popup|below|inbox|calendar)\\s*$");

  private static final Pattern MIDDLE =
      Pattern.compile(
          "(?i)\\s+(?:on|in|at|from|of)\\s+(?:the |this )(?:\\w+ )?(?:dialog(?:"
              + " box)?|list|menu|pop-?up|form|window|page|table|tree|toolbar|box|drop-?down)(?=\\s+(?:labell?ed|called|named|titled|with"
              + " (?:the )?(?:text|label|name)|that"
              + " says|saying|which))|\\s+(?:in|from|on|of|under|via) the (?:Q\\d+|\\w+)"
              + " (?:menu|drop-?down|list)\\b(?!\\s+(?:button|item|icon))");

  /**
   * @param phrase masked words behind the verb
   */
  static Target of(String phrase, Clauses clauses) {
    var words = MIDDLE.matcher(PLACE.matcher(phrase.strip()).replaceFirst("")).replaceFirst("");
    var beside = "";
    var split = BESIDE.matcher(words);
    if (split.find() && split.start() > 0 && !isWhole(words.substring(0, split.start()))) {
      var place = clauses.plain(FILLER.matcher(split.group(1)).replaceFirst("")).strip();
      beside = place.matches("(?i)(?:it|them|there|that|this)") ? "" : place;
      words = words.substring(0, split.start());
    }
    return named(words, beside, clauses);
  }

  /** Nothing is left to look for when the words before say only "the". */
  private static boolean isWhole(String words) {
    return FILLER.matcher(words.strip() + " ").replaceFirst("").isBlank();
  }

  private static Target named(String words, String beside, Clauses clauses) {
    var quoted = clauses.quotedIn(words);
    int ordinal = Texts.ordinal(words).orElse(0);
    var match = KIND.matcher(CALLED.matcher(words).find() ? words : lastKind(words));
    var kind = match.find() ? kind(match.group(1)) : "";
    if (!quoted.isEmpty() && words.matches("(?i).*Q\\d+ (?:widget|element|control)\\b.*")) {
      return new Target("", widget(quoted.getFirst()), ordinal, beside, false);
    }
    if (!quoted.isEmpty()) {
      return new Target(quoted.getFirst(), kind, ordinal, beside, true);
    }
    var bare = CALLED.matcher(Texts.withoutOrdinal(words)).replaceAll(" ");
    bare = FILLER.matcher(bare.strip() + " ").replaceFirst("");
    var name = kind.isEmpty() ? bare : KIND.matcher(bare).replaceAll(" ");
    name = name.replaceAll("\\s+", " ").strip();
    name = FILLER.matcher(name + " ").replaceFirst("").strip();
    if (name.isEmpty() && (kind.isEmpty() || bare.strip().matches("\\p{Lu}\\p{Ll}+"))) {
      return new Target(clauses.plain(bare.strip()), "", ordinal, beside, false);
    }
    return new Target(clauses.plain(name), kind, ordinal, beside, false);
  }

  /** "The Settings menu button" is a button. */
  private static String lastKind(String words) {
    var matches = KIND.matcher(words).results().toList();
    return matches.isEmpty() ? "" : matches.getLast().group();
  }

  private static String kind(String word) {
    var lower = word.toLowerCase(Locale.ROOT).replace("-", "");
    return switch (lower) {
      case "hyperlink" -> "link";
      case "check box" -> "checkbox";
      case "radio button" -> "radio";
      case "text box",
          "textbox",
          "text field",
          "textfield",
          "input",
          "input box",
          "inputbox",
          "input field",
          "text input",
          "input text",
          "field" ->
          "field";
      case "text area", "textarea" -> "area";
      case "dropdown menu", "dropdown list" -> "dropdown";
      case "dialog box", "popup", "window" -> "dialog";
      default -> lower;
    };
  }

  private static String widget(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "text", "input", "textbox" -> "line";
      case "textarea", "text area" -> "area";
      default -> kind(word);
    };
  }

  static Target named(String words) {
    return new Target(words, "", 0, "", true);
  }

  Target withKind(String other) {
    return new Target(words, other, ordinal, beside, quoted);
  }

  boolean isNameless() {
    return words.isBlank();
  }

  /** The same in other words, with what it stands beside left out. */
  List<String> wordings() {
    var whole = kind.isEmpty() ? words : words + " " + kind;
    return words.isBlank() ? List.of(whole) : List.of(words, whole, kind + " " + words);
  }
}
