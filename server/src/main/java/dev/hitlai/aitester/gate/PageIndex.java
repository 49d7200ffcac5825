package dev.hitlai.aitester.gate;

import dev.hitlai.aitester.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** A kept page, read when the first finding asks, once for all of them; used by one thread. */
final class PageIndex {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final char SEPARATOR = '\u0001';

  private final KeptPage page;
  private @Nullable Document document;
  private @Nullable String words;
  private @Nullable Set<Double> numbers;
  private final Map<String, List<Element>> found = new HashMap<>();

  PageIndex(KeptPage page) {
    this.page = page;
  }

  private Document document() {
    if (document == null) {
      document = Parser.xmlParser().parseInput(page.html(), page.url());
    }
    return document;
  }

  private String words() {
    if (words == null) {
      words = words(page, document());
    }
    return words;
  }

  KeptPage page() {
    return page;
  }

  /** Elements that a selector names; null when it is none that can be looked up. */
  @Nullable List<Element> select(String selector) {
    if (found.containsKey(selector)) {
      return found.get(selector);
    }
    List<Element> elements;
    try {
      elements = List.copyOf(document().select(selector));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      elements = null;
    }
    found.put(selector, elements);
    return elements;
  }

  /** Whether a passage, written plainly, stands on the page or in an attribute. */
  boolean says(String plain) {
    return words().contains(plain);
  }

  /** The same, whatever its numbers are now. */
  boolean saysWithOtherNumbers(String plain) {
    return words().replaceAll("\\d+", "0").contains(plain.replaceAll("\\d+", "0"));
  }

  boolean hasNumber(double value) {
    var read = numbers;
    if (read == null) {
      var found = new HashSet<Double>();
      readNumbers(page.title(), found);
      document()
          .traverse(
              (node, _) -> {
                if (node instanceof TextNode text) {
                  readNumbers(text.getWholeText(), found);
                }
              });
      read = found;
      numbers = found;
    }
    return read.contains(value);
  }

  static @Nullable Box box(Element element) {
    var parts = element.attr("_b").split(",", -1);
    if (parts.length != 4) {
      return null;
    }
    return new Box(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]));
  }

  /** A number that the browser computed for the element; 0 when it did not. */
  static double computed(Element element, String attribute) {
    var text = element.attr(attribute);
    return text.isEmpty() || text.equals("NaN") ? 0 : Double.parseDouble(text);
  }

  private static String words(KeptPage page, Document document) {
    var all = new StringBuilder(page.html().length() / 2);
    var attributes = new ArrayList<String>();
    add(all, page.title());
    document.traverse(
        (node, _) -> {
          if (node instanceof TextNode text) {
            all.append(Claims.plain(text.getWholeText()));
          } else if (node instanceof Element element) {
            element
                .attributes()
                .forEach(
                    attribute -> {
                      var key = attribute.getKey();
                      if (!key.equals("_b") && !key.equals("_k") && !key.equals("_s")) {
                        attributes.add(attribute.getValue());
                      }
                    });
          }
        });
    attributes.forEach(value -> add(all, value));
    page.console().forEach(message -> add(all, message.text() + ' ' + message.location()));
    page.requests().forEach(request -> add(all, request.url()));
    return all.toString();
  }

  private static void add(StringBuilder all, String text) {
    all.append(SEPARATOR).append(Claims.plain(text));
  }

  private static void readNumbers(String text, Set<Double> numbers) {
    if (text.length() > 5000) {
      return;
    }
    var matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      var digits = matcher.group();
      if (digits.length() < 16) {
        numbers.add(number(digits));
      }
    }
  }

  private static double number(String digits) {
    try {
      return Double.parseDouble(digits.replaceAll(",(?=\\d{3})", "").replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN; // An address of a computer or a date, not a number.
    }
  }
}
