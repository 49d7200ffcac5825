package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.aitester.page.PageView.TextBlock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a quick reader takes from a page. */
final class PageReading {
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:[€$£]|\\b(?:EUR|USD|GBP|CHF))\\s?(\\d{1,3}(?:["
              + " ,.]\\d{3})*(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{1,2})?)"
              + "|(\\d+(?:[.,]\\d{1,2})?)\\s?(?:[€$£]|EUR\\b|USD\\b|GBP\\b|CHF\\b)");

  private PageReading() {}

  /** Address without fragment and main heading: what tells one page from another to a person. */
  static String key(PageView page) {
    return address(page.url()) + "#" + mainHeading(page);
  }

  /** The address without its fragment, unless the fragment is a route. */
  static String address(String url) {
    var hash = url.indexOf('#');
    var bare =
        hash >= 0 && !url.startsWith("#/", hash) && !url.startsWith("#!", hash)
            ? url.substring(0, hash)
            : url;
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  static String mainHeading(PageView page) {
    return page.headings().stream()
        .filter(heading -> heading.level() == 1)
        .map(PageView.Heading::text)
        .findFirst()
        .orElse("");
  }

  /** The part of the title that is about this page and not the site's name. */
  static String ownTitle(PageView page) {
    return page.title().split("\\s[|–—·:-]\\s|\\s?[|]\\s?")[0].strip();
  }

  static String addressWords(PageView page) {
    try {
      var path = URI.create(page.url()).getPath();
      return path == null
          ? ""
          : path.replaceAll("\\.\\w{1,5}$", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  /** Everything that can be read on the page, as one text. */
  static String wholeText(PageView page) {
    var text = new StringBuilder(page.title());
    page.headings().forEach(heading -> text.append('\n').append(heading.text()));
    page.texts().forEach(block -> text.append('\n').append(block.text()));
    return text.toString();
  }

  /** Text blocks outside of navigation, header and footer. */
  static List<TextBlock> content(PageView page) {
    return page.texts().stream().filter(block -> isContent(block.landmark())).toList();
  }

  static boolean isContent(String landmark) {
    return switch (landmark) {
      case "navigation", "banner", "contentinfo", "search" -> false;
      default -> true;
    };
  }

  /** Text that is on one page and was not on the other. */
  static List<String> newTexts(PageView before, PageView after) {
    var old = before.texts().stream().map(TextBlock::text).toList();
    var result = new ArrayList<String>();
    for (var block : after.texts()) {
      if (!old.contains(block.text())) {
        result.add(block.text());
      }
    }
    after.headings().stream()
        .map(PageView.Heading::text)
        .filter(text -> before.headings().stream().noneMatch(h -> h.text().equals(text)))
        .forEach(result::add);
    return result;
  }

  /** Whether the page still loads: next to nothing on it, or it says so. */
  static boolean isLoading(PageView page) {
    var words = page.texts().stream().mapToInt(block -> block.text().length()).sum();
    var saysSo =
        page.texts().stream()
            .anyMatch(
                b -> b.text().toLowerCase(Locale.ROOT).matches("\\s*(?:loading|please wait)\\W*"));
    var blank = page.elements().isEmpty() && page.scene().nodes().size() < 3;
    return blank && words < 20 || saysSo && words < 200;
  }

  /** The price nearest to the element, at most so many pixels away; NaN when there is none. */
  static double priceNear(PageView page, Element element, double within) {
    var own = price(element.text());
    if (!Double.isNaN(own)) {
      return own;
    }
    double nearest = within;
    double price = price(element.context().group());
    for (var block : page.texts()) {
      var found = price(block.text());
      var distance = distance(element, block);
      if (!Double.isNaN(found) && distance < nearest) {
        nearest = distance;
        price = found;
      }
    }
    return price;
  }

  /** A price stands under or beside its thing more often than over it. */
  private static double distance(Element element, TextBlock block) {
    var down = block.box().centerY() - element.box().centerY();
    var aside = Math.abs(block.box().centerX() - element.box().centerX());
    return 1.5 * aside + (down < -15 ? -2 * down : Math.abs(down));
  }

  /**
   * The last amount of money in the text (a struck-out price stands before the real one), or NaN.
   */
  static double price(String text) {
    var matcher = PRICE.matcher(text);
    var price = Double.NaN;
    while (matcher.find()) {
      var digits = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      price = amount(digits);
    }
    return price;
  }

  private static double amount(String digits) {
    var cents = Pattern.compile("[.,](\\d{1,2})$").matcher(digits);
    var whole = cents.find() ? digits.substring(0, cents.start()) : digits;
    var fraction = whole.length() < digits.length() ? cents.group(1) : "0";
    return Double.parseDouble(whole.replaceAll("\\D", "") + "." + fraction);
  }
}
