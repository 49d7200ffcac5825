package dev.hitlai.aitester.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renders a run as one HTML page that stands alone and prints well. */
public final class HtmlReport {
  private static final String STYLE = read();
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private HtmlReport() {}

  /**
   * @param evidence turns an evidence reference into an address: a relative path for files, an API
   *     address for the platform, a data address for a page to be mailed
   */
  public static String render(RunDocument document, UnaryOperator<@Nullable String> evidence) {
    return render(document, null, evidence);
  }

  /**
   * @param brand whose report it is; null for ours
   */
  public static String render(
      RunDocument document, @Nullable Brand brand, UnaryOperator<@Nullable String> evidence) {
    return render(ReportPage.of(document, brand, style(brand), false, evidence));
  }

  /** The same for printing: nothing folded away, every picture loaded at once. */
  static String renderForPaper(
      RunDocument document, @Nullable Brand brand, UnaryOperator<@Nullable String> evidence) {
    return render(ReportPage.of(document, brand, style(brand), true, evidence));
  }

  private static String style(@Nullable Brand brand) {
    return brand == null ? STYLE : STYLE + brand.style();
  }

  private static String render(ReportPage page) {
    var output = new StringOutput();
    ENGINE.render("report/run.jte", page, output);
    return output.toString();
  }

  /**
   * What a content security policy must allow in {@code style-src} for the report's style sheet.
   */
  public static String stylePolicy(@Nullable Brand brand) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(style(brand).getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read() {
    try (var stream = HtmlReport.class.getResourceAsStream("report.css")) {
      if (stream == null) {
        throw new IllegalStateException("report.css is missing from the build");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
