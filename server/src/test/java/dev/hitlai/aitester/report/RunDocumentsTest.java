package dev.hitlai.aitester.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hitlai.aitester.Severity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunDocumentsTest {
  private final RunDocument document =
      RunDocuments.of(
          SampleReport.withFindings(
              SampleReport.finding("F-001", "aaaa", Severity.HIGH),
              SampleReport.finding("F-002", "bbbb", Severity.LOW)));

  @Test
  void readsBackWhatItWrote() {
    assertThat(RunDocuments.fromJson(RunDocuments.toJson(document))).isEqualTo(document);
  }

  @Test
  void writesTheMembersThatClientsRelyOn() {
    var json = new String(RunDocuments.toJson(document), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"schemaVersion\" : \"1.0\"")
        .contains("\"timeOnTaskSeconds\" : 61.0")
        .contains("\"outcome\" : \"done\"")
        .contains("\"severity\" : \"high\"")
        .contains("\"persona\" : \"senior_casual\"")
        .contains("\"confidence\" : 0.931")
        .contains("\"kind\" : \"slow_response\"");
  }

  @Test
  void refusesWhatIsNoResult() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunDocuments.fromJson("{\"hello\":1}".getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("It");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunDocuments.fromJson("not json".getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("It is not a result.json");
  }

  @Test
  void tellsNewPersistingAndFixedFindingsApart() {
    var later =
        RunDocuments.of(
            SampleReport.withFindings(
                SampleReport.finding("F-001", "bbbb", Severity.LOW),
                SampleReport.finding("F-002", "cccc", Severity.LOW)));
    var comparison = Baselines.compare(later, document).comparison();
    assertThat(comparison).isNotNull();
    assertThat(comparison.added()).containsExactly("cccc");
    assertThat(comparison.persisting()).containsExactly("bbbb");
    assertThat(comparison.fixed())
        .singleElement()
        .satisfies(fixed -> assertThat(fixed.fingerprint()).isEqualTo("aaaa"));
  }

  @Test
  void rendersTextOfTheSiteAsTextOnly() {
    var html = HtmlReport.render(document, reference -> "files/" + reference);
    assertThat(html)
        .doesNotContain(SampleReport.HOSTILE)
        .contains("&lt;script&gt;")
        .contains("src=\"files/evidence/F-001.png\"")
        .contains("id=\"F-002\"");
  }

  @Test
  void allowsItsOwnStyleSheetOnly() {
    assertThat(HtmlReport.stylePolicy(null)).matches("'sha256-[A-Za-z0-9+/]{43}='");
  }

  @Test
  void drawsMovesBackBelowTheLine() {
    var steps = document.missions().getFirst().steps();
    var there = steps.get(0);
    var further = steps.get(1);
    var mission =
        new RunDocument.MissionOutcome(
            "m", "p", "done", "", java.util.List.of(there, further, there), 1, 1, 1, 0.5);
    var diagram = PathDiagram.of(mission);
    assertThat(diagram.nodes()).hasSize(2);
    assertThat(diagram.arcs()).extracting(PathDiagram.Arc::back).containsExactly(false, true);
  }
}
