package dev.hitlai.aitester.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.testsupport.Browsers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private final RunDocument document =
      RunDocuments.of(
          SampleReport.withFindings(
              SampleReport.finding("F-001", "aaaa", Severity.HIGH),
              SampleReport.finding("F-002", "bbbb", Severity.LOW)));

  @Test
  void holdsItsPicturesAndATreeForScreenReaders() throws IOException {
    var asked = new ArrayList<String>();
    var picture = picture();
    var pdf =
        text(
            PdfReport.render(
                document,
                reference -> {
                  asked.add(reference);
                  return picture;
                },
                Browsers.pool()));
    assertThat(pdf).startsWith("%PDF-").contains("/StructTreeRoot", "/Subtype /Image");
    assertThat(asked).contains("evidence/F-001.png", "evidence/F-002.png");
  }

  @Test
  void doesWithoutAPictureThatIsGone() {
    var pdf = text(PdfReport.render(document, _ -> null, Browsers.pool()));
    assertThat(pdf).startsWith("%PDF-").doesNotContain("/Subtype /Image");
  }

  @Test
  void foldsNothingAwayOnPaper() {
    var paper = HtmlReport.renderForPaper(document, null, reference -> reference);
    assertThat(paper).contains("<details open").contains("loading=\"eager\"");
    assertThat(HtmlReport.render(document, reference -> reference)).doesNotContain("<details open");
  }

  @Test
  void setsPersonasApart() {
    var first = document.missions().getFirst();
    var slower =
        new RunDocument.MissionOutcome(
            first.mission(), "low_vision", "done", "", List.of(), 122.0, 100, 140, 0.4);
    var both =
        new RunDocument(
            document.schemaVersion(),
            document.run(),
            List.of(first, slower),
            document.findings(),
            document.positives(),
            document.pages(),
            document.notTested(),
            null);
    assertThat(PersonaDifference.of(document)).isEmpty();
    assertThat(PersonaDifference.of(both))
        .satisfiesExactly(
            senior -> {
              assertThat(senior.slowdown()).isEqualTo(1.0);
              assertThat(senior.onlyCount()).isEqualTo(2);
            },
            lowVision -> {
              assertThat(lowVision.slowdown()).isEqualTo(2.0);
              assertThat(lowVision.only()).isEmpty();
            });
    assertThat(HtmlReport.render(both, reference -> reference)).contains("Persona against persona");
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static String text(byte[] pdf) {
    return new String(pdf, StandardCharsets.ISO_8859_1);
  }
}
