package dev.hitlai.health.internal.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Read back by the strict parser of the JDK, which takes no XML that isn't well-formed. */
class StatusFeedsTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @Test
  void anAtomFeedHasWhatTheStandardRequires() throws Exception {
    var feed = parsed(feeds(SampleFacts.facts()).atom()).getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    requireAtom(feed);
    var entries = children(feed, "entry");
    assertThat(entries).hasSize(3);
    var ids = new HashSet<String>();
    for (var entry : entries) {
      requireAtom(entry);
      ids.add(text(entry, "id"));
      assertThat(URI.create(text(entry, "id")).isAbsolute()).isTrue();
      assertThat(child(entry, "content").getAttribute("type")).isEqualTo("html");
    }
    assertThat(ids).hasSize(3);
    assertThat(text(child(feed, "author"), "name")).isNotEmpty();
    assertThat(children(feed, "link"))
        .anyMatch(
            link ->
                link.getAttribute("rel").equals("self")
                    && link.getAttribute("href").equals("https://x.example/status/history.atom"));
  }

  @Test
  void whatPeopleWroteStaysText() throws Exception {
    String content = text(children(atom(), "entry").get(1), "content");
    assertThat(content).contains("&lt;script&gt;").doesNotContain("<script>");
    assertThat(text(children(atom(), "entry").get(1), "title")).isEqualTo("It is  <b>down</b>");
  }

  @Test
  void anRssFeedHasWhatReadersRequire() throws Exception {
    var rss = parsed(feeds(SampleFacts.facts()).rss()).getDocumentElement();
    assertThat(rss.getTagName()).isEqualTo("rss");
    assertThat(rss.getAttribute("version")).isEqualTo("2.0");
    var channel = child(rss, "channel");
    for (String required : List.of("title", "link", "description")) {
      assertThat(text(channel, required)).as(required).isNotBlank();
    }
    var items = children(channel, "item");
    assertThat(items).hasSize(3);
    for (var item : items) {
      assertThat(text(item, "title")).isNotBlank();
      assertThat(text(item, "guid")).isEqualTo(text(item, "link"));
      assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text(item, "pubDate"))).isNotNull();
    }
  }

  @Test
  void feedsOfAQuietPlatformAreComplete() throws Exception {
    var feed = parsed(feeds(SampleFacts.quiet()).atom()).getDocumentElement();
    requireAtom(feed);
    assertThat(children(feed, "entry")).isEmpty();
    var rss = parsed(feeds(SampleFacts.quiet()).rss()).getDocumentElement();
    assertThat(text(child(rss, "channel"), "title")).isNotBlank();
  }

  @Test
  void badgesAreWellFormedAndSayTheirValueInWords() throws Exception {
    for (var component : SampleFacts.facts().components()) {
      var uptime = parsed(StatusBadges.uptime(component)).getDocumentElement();
      assertThat(uptime.getAttribute("aria-label")).contains(component.name(), "99.53 %");
      var state = parsed(StatusBadges.state(component)).getDocumentElement();
      assertThat(state.getAttribute("role")).isEqualTo("img");
      assertThat(state.getAttribute("aria-label"))
          .isEqualTo(component.name() + ": " + component.state().label().toLowerCase());
    }
  }

  private static Element atom() throws Exception {
    return parsed(feeds(SampleFacts.facts()).atom()).getDocumentElement();
  }

  private static void requireAtom(Element element) {
    assertThat(text(element, "id")).isNotBlank();
    assertThat(text(element, "title")).isNotBlank();
    assertThat(Instant.parse(text(element, "updated"))).isNotNull();
  }

  private static StatusFeeds feeds(StatusFacts facts) {
    return new StatusFeeds(facts, path -> "https://x.example" + path);
  }

  private static Document parsed(byte[] xml) throws Exception {
    assertThat(new String(xml, UTF_8)).doesNotContain("\u0000", "\u0001");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(xml));
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element child(Element parent, String name) {
    var found = children(parent, name);
    assertThat(found).as(name).isNotEmpty();
    return found.getFirst();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }
}
