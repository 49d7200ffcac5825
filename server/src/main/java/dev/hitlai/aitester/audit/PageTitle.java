package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.page.PageView.Heading;
import dev.hitlai.aitester.page.PageView.Image;
import dev.hitlai.aitester.page.PageView.Landmark;
import dev.hitlai.aitester.page.PageView.TextBlock;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A title beside the page that it names.
 *
 * @param title as the browser shows it
 * @param heading the page's main heading; empty when there is none
 * @param path of the address
 * @param said all words of the page and of its address
 * @param length how many words stand on the page
 */
record PageTitle(String title, String heading, String path, Set<String> said, long length) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Words that say nothing about a page. */
  private static final Set<String> COMMON =
      Set.of(
          "the", "and", "for", "with", "from", "your", "our", "you", "are", "this", "that", "page",
          "title", "about", "home", "website", "site", "der", "die", "das", "und", "mit", "für",
          "von", "les", "des", "une", "pour", "avec", "los", "las", "una", "para", "con");

  private static final Pattern HOME = Pattern.compile("/?([a-z]{2}/?)?(index\\.\\w+)?");

  /** What stands between a page's topic and its site. */
  private static final String LINK =
      "(?:\\b(?:at|on|by|of|from|bei|von|auf|chez)\\s+(?:the\\s+|our\\s+|der\\s+|die\\s+|das\\s+)?"
          + "|[|:–—-]\\s*)";

  /** As many letters as usually stay when a word is bent. */
  private static final int STEM = 5;

  private static final int FEW_WORDS = 8;

  static PageTitle of(String title, PageView view) {
    var path = URI.create(view.url().replaceAll("[?#].*$", "").replace(" ", "%20")).getPath();
    var said =
        Stream.of(
                view.texts().stream().map(TextBlock::text),
                view.headings().stream().map(Heading::text),
                view.images().stream().map(Image::alt),
                view.elements().stream().map(Element::name),
                view.landmarks().stream().map(Landmark::name),
                Stream.of(view.url()))
            .flatMap(words -> words)
            .flatMap(PageTitle::words)
            .map(PageTitle::stem)
            .collect(Collectors.toSet());
    var heading =
        view.headings().stream()
            .min(Comparator.comparingInt(Heading::level))
            .map(Heading::text)
            .orElse("");
    long length = view.texts().stream().flatMap(text -> words(text.text())).count();
    return new PageTitle(title, heading, path == null ? "" : path, said, length);
  }

  /** Whether not one of its words is met again on the page. */
  boolean isUnrelated() {
    var telling = telling(title);
    return telling.size() >= 2
        && length >= FEW_WORDS
        && telling.stream().map(PageTitle::stem).noneMatch(said::contains);
  }

  /** Whether it is just the end of the heading, the site's name, on a page further in. */
  boolean isOfTheSiteOnly() {
    var topic = Pattern.compile("(?iu)^(.+?)\\s*" + LINK + Pattern.quote(title) + "[.!]?$");
    var found = topic.matcher(heading.strip());
    return !HOME.matcher(path).matches() && found.find() && telling(found.group(1)).size() >= 2;
  }

  private static List<String> telling(String words) {
    return words(words).filter(word -> word.length() > 2 && !COMMON.contains(word)).toList();
  }

  private static Stream<String> words(String said) {
    return WORD.matcher(said.toLowerCase(Locale.ROOT)).results().map(found -> found.group());
  }

  private static String stem(String word) {
    return word.length() > STEM ? word.substring(0, STEM) : word;
  }
}
