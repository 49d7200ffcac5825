package dev.hitlai.aitester.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hitlai.aitester.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  private static Schema schema;

  private final RunDocument document =
      RunDocuments.of(
          SampleReport.withFindings(
              SampleReport.finding("F-001", "aaaa", Severity.CRITICAL),
              SampleReport.finding("F-002", "bbbb", Severity.LOW)));

  @BeforeAll
  static void readTheSchema() throws IOException {
    try (var stream = SarifReportTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
              .getSchema(text, InputFormat.JSON);
    }
  }

  @Test
  void isValidBySchema() {
    assertThat(complaints(text(document))).isEmpty();
    var later = Baselines.compare(document, RunDocuments.of(SampleReport.withFindings()));
    assertThat(complaints(text(later))).isEmpty();
    assertThat(complaints(text(RunDocuments.of(SampleReport.withFindings())))).isEmpty();
  }

  @Test
  void isJudgedByASchemaThatRefusesOtherThings() {
    assertThat(complaints(text(document).replace("\"error\"", "\"awful\""))).isNotEmpty();
  }

  @Test
  void saysWhereHowBadAndSinceWhen() {
    var baseline =
        RunDocuments.of(
            SampleReport.withFindings(SampleReport.finding("F-001", "bbbb", Severity.LOW)));
    var results = json(Baselines.compare(document, baseline)).at("/runs/0/results");
    assertThat(results.at("/0/level").asString()).isEqualTo("error");
    assertThat(results.at("/0/baselineState").asString()).isEqualTo("new");
    assertThat(results.at("/1/level").asString()).isEqualTo("note");
    assertThat(results.at("/1/baselineState").asString()).isEqualTo("unchanged");
    var place = results.at("/0/locations/0");
    assertThat(place.at("/physicalLocation/artifactLocation/uri").asString()).isEqualTo("contact");
    assertThat(place.at("/physicalLocation/artifactLocation/uriBaseId").asString())
        .isEqualTo("SITE");
    assertThat(place.at("/logicalLocations/0/name").asString()).isEqualTo("#email");
    assertThat(results.at("/0/partialFingerprints/hitlai~1v1").asString()).isEqualTo("aaaa");
  }

  @Test
  void namesEachRuleOnce() {
    var rules = json(document).at("/runs/0/tool/driver/rules");
    assertThat(rules).hasSize(1);
    assertThat(rules.at("/0/properties/tags").toString()).contains("WCAG 4.1.2");
  }

  private static java.util.List<com.networknt.schema.Error> complaints(String sarif) {
    return schema.validate(sarif, InputFormat.JSON);
  }

  private static JsonNode json(RunDocument document) {
    return JsonMapper.shared().readTree(SarifReport.render(document));
  }

  private static String text(RunDocument document) {
    return new String(SarifReport.render(document), StandardCharsets.UTF_8);
  }
}
