package dev.hitlai.aitester.report;

import dev.hitlai.aitester.browser.BrowserPool;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A run as a tagged PDF: the HTML report, printed by the browser that the tests use. */
public final class PdfReport {

  private PdfReport() {}

  /**
   * @throws IllegalStateException when no browser can print it
   */
  public static byte[] render(RunDocument document, EvidenceReader evidence, BrowserPool browsers) {
    return render(document, null, evidence, browsers);
  }

  /**
   * @param brand whose report it is; null for ours
   * @throws IllegalStateException when no browser can print it
   */
  public static byte[] render(
      RunDocument document, @Nullable Brand brand, EvidenceReader evidence, BrowserPool browsers) {
    var page =
        HtmlReport.renderForPaper(document, brand, reference -> dataAddress(reference, evidence));
    var printing = browsers.submit(browsing -> browsing.print(page));
    try {
      return printing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the report was printed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The report could not be printed as PDF", e.getCause());
    }
  }

  private static @Nullable String dataAddress(String reference, EvidenceReader evidence) {
    var content = evidence.read(reference);
    return content == null
        ? null
        : "data:" + mediaType(content) + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  /** By the first bytes, as file formats sign themselves: JPEG starts with FF D8, PNG with 89. */
  private static String mediaType(byte[] content) {
    return content.length > 0 && content[0] == (byte) 0xFF ? "image/jpeg" : "image/png";
  }
}
