package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.mind.scent.Words;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.models.internal.call.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** The part of a page that matters for a decision, within a number of tokens however long it is. */
final class PageDigest {
  /** With rules, mission and schema a question stays below 2,500 tokens. */
  static final int MOST_TOKENS = 1500;

  private static final int HEADINGS = 10;
  private static final int TEXTS = 12;
  private static final int LINE = 140;

  private final StringBuilder text = new StringBuilder();
  private int left = MOST_TOKENS;

  private PageDigest() {}

  /** Options first: they are what is chosen from. */
  static String of(PageView page, Choices choices, String words) {
    var digest = new PageDigest();
    digest.add("Page: " + Choices.cut(page.title(), 100));
    digest.add("What can be pressed:");
    choices.lines().forEach(digest::add);
    if (!page.headings().isEmpty()) {
      digest.add("Headings:");
      page.headings().stream()
          .limit(HEADINGS)
          .forEach(heading -> digest.add("- " + Choices.cut(heading.text(), 80)));
    }
    digest.add("Text that may matter:");
    telling(page, words).forEach(line -> digest.add("- " + line));
    return digest.text.toString();
  }

  /** The blocks with most words of the mission, else the first ones of the content. */
  private static List<String> telling(PageView page, String words) {
    var wanted = new HashSet<>(Words.plain(words));
    record Block(String text, long hits) {}
    var blocks = new ArrayList<Block>();
    for (var block : page.texts()) {
      long hits = Words.plain(block.text()).stream().filter(wanted::contains).distinct().count();
      if (!block.landmark().equals("navigation")) {
        blocks.add(new Block(Choices.cut(block.text(), LINE), hits));
      }
    }
    return blocks.stream()
        .sorted(Comparator.comparingLong(Block::hits).reversed())
        .map(Block::text)
        .distinct()
        .limit(TEXTS)
        .toList();
  }

  private void add(String line) {
    int tokens = Tokens.about(line) + 1;
    if (tokens <= left) {
      left -= tokens;
      text.append(line).append('\n');
    }
  }
}
