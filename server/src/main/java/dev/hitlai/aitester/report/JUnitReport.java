package dev.hitlai.aitester.report;

import dev.hitlai.aitester.Severity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML for build servers: a suite of missions per persona, a suite of findings per
 * category. A mission that wasn't done and a finding at or above the threshold are failures; milder
 * findings pass and say what they are.
 */
public final class JUnitReport {
  private final XMLStreamWriter xml;
  private final Severity failOn;

  private JUnitReport(XMLStreamWriter xml, Severity failOn) {
    this.xml = xml;
    this.failOn = failOn;
  }

  /** The report as UTF-8 XML. */
  public static byte[] render(RunDocument document, Severity failOn) {
    var bytes = new ByteArrayOutputStream();
    try {
      var xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new JUnitReport(xml, failOn).write(document);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The JUnit report could not be written", e);
    }
    return bytes.toByteArray();
  }

  private void write(RunDocument document) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("testsuites");
    attribute("name", "HitlAI: " + document.run().url());
    attribute("tests", document.missions().size() + document.findings().size());
    attribute("failures", failedMissions(document.missions()) + failures(document.findings()));
    attribute("time", seconds(document.run().durationMs() / 1000.0));
    var missions =
        document.missions().stream()
            .collect(
                Collectors.groupingBy(
                    RunDocument.MissionOutcome::persona, TreeMap::new, Collectors.toList()));
    for (var persona : missions.entrySet()) {
      missions(persona.getKey(), persona.getValue(), document.run().startedAt());
    }
    var findings =
        document.findings().stream()
            .collect(
                Collectors.groupingBy(
                    RunDocument.Problem::category, TreeMap::new, Collectors.toList()));
    for (var category : findings.entrySet()) {
      findings(category.getKey(), category.getValue(), document.run().startedAt());
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void missions(String persona, List<RunDocument.MissionOutcome> missions, String startedAt)
      throws XMLStreamException {
    suite("missions." + persona, missions.size(), failedMissions(missions), startedAt);
    for (var mission : missions) {
      xml.writeStartElement("testcase");
      attribute("classname", "missions." + persona);
      attribute("name", mission.mission().isBlank() ? "Look around" : mission.mission());
      attribute("time", seconds(mission.timeOnTaskSeconds()));
      if (!mission.outcome().equals("done")) {
        var step = mission.steps().size();
        failure(
            mission.outcome(),
            mission.outcome().replace('_', ' ') + " after " + step + " steps",
            mission.explanation());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void findings(String category, List<RunDocument.Problem> findings, String startedAt)
      throws XMLStreamException {
    suite("findings." + category, findings.size(), failures(findings), startedAt);
    for (var finding : findings) {
      xml.writeStartElement("testcase");
      attribute("classname", "findings." + category + "." + finding.rule());
      attribute("name", finding.title() + " (" + finding.url() + ")");
      if (fails(finding)) {
        failure(finding.severity(), finding.severity() + ": " + finding.title(), told(finding));
      } else {
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal(finding.severity() + ": " + told(finding)));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void suite(String name, int tests, long failures, String startedAt)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", name);
    attribute("tests", tests);
    attribute("failures", failures);
    attribute("errors", 0);
    attribute("skipped", 0);
    attribute("timestamp", startedAt);
  }

  private void failure(String type, String message, String text) throws XMLStreamException {
    xml.writeStartElement("failure");
    attribute("type", type);
    attribute("message", message);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  private static String told(RunDocument.Problem finding) {
    return """
    %s
    Where: %s %s
    Fix: %s
    Id: %s, fingerprint: %s\
    """
        .formatted(
            finding.description(),
            finding.url(),
            finding.selector() == null ? "" : finding.selector(),
            finding.recommendation(),
            finding.id(),
            finding.fingerprint());
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, legal(String.valueOf(value)));
  }

  private boolean fails(RunDocument.Problem finding) {
    return Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)).atLeast(failOn);
  }

  private long failures(List<RunDocument.Problem> findings) {
    return findings.stream().filter(this::fails).count();
  }

  private static long failedMissions(List<RunDocument.MissionOutcome> missions) {
    return missions.stream().filter(mission -> !mission.outcome().equals("done")).count();
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** XML 1.0 can't hold most control characters, not even escaped; pages under test may. */
  private static String legal(String text) {
    return text.codePoints()
        .map(
            point ->
                point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000
                    ? point
                    : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
