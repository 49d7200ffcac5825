package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "The word that is underlined", "the name in bold": words told by how they are printed. */
final class Styles {
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are|was|in|printed|written|set|shown|the|typed|stands|appears|one|only)"
              + " (?:in )?)?(?:a )?(bold|fat|thick|italics?|slanted|underlined|underline|crossed[-"
              + " ]out|struck (?:through|out)|strikethrough|in capitals?|capital letters|upper"
              + " ?case|highlighted|marked with (?:colou?r|a marker))\\b");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)\\b(?:words?|texts?|letters?|numbers?|items?|lines?|ones?|names?|sentences?|entry|entries|label|phrase|thing|option)\\b");

  private Styles() {}

  static Optional<Thing> find(String words, Sight now) {
    var all = all(words, now);
    int ordinal = Texts.ordinal(words).orElse(1);
    int index = ordinal < 0 ? all.size() - 1 : ordinal - 1;
    return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
  }

  /** All that are printed so; empty when the words speak of no printing. */
  static List<Thing> all(String words, Sight now) {
    var printed = PRINTED.matcher(words);
    if (!printed.find() || !NOUN.matcher(words).find()) {
      return List.of();
    }
    var style = style(printed.group(1).toLowerCase(java.util.Locale.ROOT));
    var texts =
        now.matching(t -> t.isLeaf() && !t.own().isBlank() && t.text().length() < 60)
            .filter(t -> !t.role().matches("button|heading") && !t.isField())
            .toList();
    var fitting = texts.stream().filter(style).toList();
    return fitting.size() < texts.size() ? fitting : List.of();
  }

  private static Predicate<Thing> style(String word) {
    if (word.startsWith("ital") || word.startsWith("slant")) {
      return t -> t.paint().is("italic");
    }
    if (word.startsWith("underl")) {
      return t -> t.paint().is("underline");
    }
    if (word.matches("(?:crossed|struck|strike).*")) {
      return t -> t.paint().is("strike");
    }
    if (word.matches(".*(?:capital|upper).*")) {
      return t -> t.own().matches("[^\\p{Ll}]*\\p{Lu}{2}[^\\p{Ll}]*") || t.paint().is("capitals");
    }
    return word.matches("(?:highlighted|marked).*")
        ? t -> !t.paint().fill().isEmpty()
        : t -> t.paint().bold();
  }
}
