package dev.hitlai.health.internal.status;

import dev.hitlai.health.internal.status.StatusFacts.Happening;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What happened, for feed readers: Atom (RFC 4287) and RSS 2.0. */
final class StatusFeeds {
  private static final String TITLE = "HitlAI status";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int SHOWN = 50;
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StatusFacts facts;
  private final UnaryOperator<String> address;

  StatusFeeds(StatusFacts facts, UnaryOperator<String> address) {
    this.facts = facts;
    this.address = address;
  }

  /** Something to read, with its latest word first. */
  private record Entry(
      String link,
      String title,
      Instant published,
      Instant updated,
      List<StatusIncident.Update> updates) {}

  byte[] atom() {
    return written(this::writeAtom);
  }

  byte[] rss() {
    return written(this::writeRss);
  }

  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var happening : facts.happenings()) {
      entries.add(
          switch (happening) {
            case Happening.Incident(var incident) -> entry(incident);
            case Happening.Maintenance(var maintenance) -> entry(maintenance);
          });
    }
    facts.upcoming().forEach(one -> entries.add(entry(one)));
    entries.sort(Comparator.comparing(Entry::updated).reversed());
    return entries.subList(0, Math.min(SHOWN, entries.size()));
  }

  private Entry entry(StatusIncident incident) {
    return new Entry(
        address.apply("/status/incidents/" + incident.id()),
        incident.name(),
        incident.createdAt(),
        incident.updatedAt(),
        incident.updates());
  }

  private Entry entry(StatusMaintenance window) {
    return new Entry(
        address.apply("/status/maintenance/" + window.id()),
        "Maintenance: " + window.name(),
        window.createdAt(),
        window.updatedAt(),
        window.updates());
  }

  private void writeAtom(XMLStreamWriter xml) throws XMLStreamException {
    var entries = entries();
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    text(xml, "id", address.apply("/status"));
    text(xml, "title", TITLE);
    text(xml, "updated", updated(entries).toString());
    link(xml, "self", address.apply("/status/history.atom"), "application/atom+xml");
    link(xml, "alternate", address.apply("/status"), "text/html");
    xml.writeStartElement("author");
    text(xml, "name", "HitlAI");
    xml.writeEndElement();
    for (var entry : entries) {
      xml.writeStartElement("entry");
      text(xml, "id", entry.link());
      text(xml, "title", entry.title());
      text(xml, "published", entry.published().toString());
      text(xml, "updated", entry.updated().toString());
      link(xml, "alternate", entry.link(), "text/html");
      xml.writeStartElement("content");
      xml.writeAttribute("type", "html");
      xml.writeCharacters(printable(html(entry)));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void writeRss(XMLStreamWriter xml) throws XMLStreamException {
    var entries = entries();
    xml.writeStartElement("rss");
    xml.writeAttribute("version", "2.0");
    xml.writeNamespace("atom", ATOM);
    xml.writeStartElement("channel");
    text(xml, "title", TITLE);
    text(xml, "link", address.apply("/status"));
    text(xml, "description", "Incidents and maintenance of HitlAI.");
    text(xml, "language", "en");
    text(xml, "lastBuildDate", RFC_822.format(updated(entries)));
    xml.writeEmptyElement("atom", "link", ATOM);
    xml.writeAttribute("rel", "self");
    xml.writeAttribute("type", "application/rss+xml");
    xml.writeAttribute("href", address.apply("/status/history.rss"));
    for (var entry : entries) {
      xml.writeStartElement("item");
      text(xml, "title", entry.title());
      text(xml, "link", entry.link());
      xml.writeStartElement("guid");
      xml.writeAttribute("isPermaLink", "true");
      xml.writeCharacters(entry.link());
      xml.writeEndElement();
      text(xml, "pubDate", RFC_822.format(entry.published()));
      text(xml, "description", html(entry));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private Instant updated(List<Entry> entries) {
    return entries.isEmpty() ? facts.changedAt() : entries.getFirst().updated();
  }

  private static String html(Entry entry) {
    var html = new StringBuilder();
    for (var update : entry.updates()) {
      html.append("<p><strong>")
          .append(escaped(StatusIncident.words(update.status())))
          .append("</strong>, ")
          .append(RFC_822.format(update.at()))
          .append(": ")
          .append(escaped(update.body()))
          .append("</p>");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String href, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  /** Without what XML 1.0 can't hold at all, not even escaped. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Writes the elements below the declaration. */
  private interface Body {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] written(Body body) {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      body.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A feed can't be written", e);
    }
    return bytes.toByteArray();
  }
}
