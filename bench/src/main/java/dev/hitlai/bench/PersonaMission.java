package dev.hitlai.bench;

import dev.hitlai.aitester.page.PageView;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mission whose success is judged by the page that it ends on and not by what the tester thinks.
 *
 * @param site name of a planted site
 * @param text the mission in plain words
 * @param path of the page where it is done
 * @param words that this page shows then
 */
record PersonaMission(String site, String text, Pattern path, Pattern words) {
  static final List<PersonaMission> ALL =
      List.of(
          shop("Find out how to return a product", "/help/returns.*", ""),
          shop("Find out what delivery costs", "/help/delivery", ""),
          shop("Find gift cards", "/gift-cards", ""),
          shop("Add an enamel mug to the basket", "/basket|/product/enamel-mug", ""),
          shop("Add a ridge tent to the basket", "/basket|/product/ridge-tent", ""),
          shop("Create an account", "/account.*", "Signed in as|Log out|Sign out"),
          stays("Find out how to change or cancel a booking", "/help.*", "(?i)cancel"),
          stays("Find the offers", "/offers", ""),
          stays("Find the terms", "/terms", ""),
          stays("Find the privacy policy", "/privacy", ""),
          stays("Find Gannet House", "/stay/gannet-house", ""));

  private static PersonaMission shop(String text, String path, String words) {
    return new PersonaMission("shop", text, Pattern.compile(path), Pattern.compile(words));
  }

  private static PersonaMission stays(String text, String path, String words) {
    return new PersonaMission("stays", text, Pattern.compile(path), Pattern.compile(words));
  }

  boolean isDoneOn(PageView page) {
    var texts = page.texts().stream().map(PageView.TextBlock::text);
    var headings = page.headings().stream().map(PageView.Heading::text);
    var shown = Stream.concat(headings, texts).collect(Collectors.joining("\n"));
    return path.matcher(URI.create(page.url()).getPath()).matches() && words.matcher(shown).find();
  }
}
