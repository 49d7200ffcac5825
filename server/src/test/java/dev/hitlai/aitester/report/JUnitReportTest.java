package dev.hitlai.aitester.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Severity;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitReportTest {
  private final RunDocument document =
      RunDocuments.of(
          SampleReport.withFindings(
              SampleReport.finding("F-001", "aaaa", Severity.HIGH),
              SampleReport.finding("F-002", "bbbb", Severity.LOW)));

  @Test
  void failsFromTheThresholdOn() throws Exception {
    assertThat(root(document, Severity.HIGH).getAttribute("failures")).isEqualTo("1");
    assertThat(root(document, Severity.LOW).getAttribute("failures")).isEqualTo("2");
    assertThat(root(document, Severity.CRITICAL).getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void countsWhatItHolds() throws Exception {
    var root = root(document, Severity.HIGH);
    assertThat(root.getAttribute("tests")).isEqualTo("3");
    assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(root.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    assertThat(((Element) root.getElementsByTagName("failure").item(0)).getTextContent())
        .contains("http://shop.example:8090/contact #email", "Fix: Add <label");
  }

  @Test
  void failsAMissionThatWasGivenUp() throws Exception {
    var mission =
        new RunDocument.MissionOutcome(
            "Buy a lantern", "p", "gave_up", "No way on.", List.of(), 9, 8, 10, 0.2);
    var failure = root(with(mission), Severity.CRITICAL).getElementsByTagName("failure").item(0);
    assertThat(((Element) failure).getAttribute("message")).isEqualTo("gave up after 0 steps");
    assertThat(failure.getTextContent()).isEqualTo("No way on.");
  }

  @Test
  void staysReadableWhenAPageHoldsControlCharacters() throws Exception {
    var mission =
        new RunDocument.MissionOutcome(
            "bell \u0007 and half a pair \uD83D", "p", "done", "", List.of(), 9, 8, 10, 0.2);
    var testcase =
        (Element) root(with(mission), Severity.CRITICAL).getElementsByTagName("testcase").item(0);
    assertThat(testcase.getAttribute("name")).isEqualTo("bell \uFFFD and half a pair \uFFFD");
  }

  private RunDocument with(RunDocument.MissionOutcome mission) {
    return new RunDocument(
        document.schemaVersion(),
        document.run(),
        List.of(mission),
        document.findings(),
        document.positives(),
        document.pages(),
        document.notTested(),
        null);
  }

  private static Element root(RunDocument document, Severity failOn) throws Exception {
    var bytes = new ByteArrayInputStream(JUnitReport.render(document, failOn));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(bytes)
        .getDocumentElement();
  }
}
