package dev.hitlai.testing.web;

import dev.hitlai.aitester.report.Brand;
import dev.hitlai.aitester.report.HtmlReport;
import dev.hitlai.aitester.report.RunDocument;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Serves a report as a page that carries its own style sheet and lets in exactly that one. */
public final class HtmlAnswer {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private HtmlAnswer() {}

  /**
   * @param brand whose report it is; null for ours
   * @param evidence turns an evidence reference into the address that serves it
   */
  public static ResponseEntity<byte[]> of(
      RunDocument document, @Nullable Brand brand, UnaryOperator<String> evidence) {
    String policy =
        "default-src 'none'; img-src 'self' data:; style-src " + HtmlReport.stylePolicy(brand);
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy)
        .body(HtmlReport.render(document, brand, evidence).getBytes(StandardCharsets.UTF_8));
  }
}
