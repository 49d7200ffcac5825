package dev.hitlai.aitester.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Files that a tester hands in: tiny, harmless, and of the kind that the name promises. */
final class TestFile {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private TestFile() {}

  static FilePayload named(String name) {
    var file = name.matches("[\\w. -]+\\.\\w{2,4}") ? name : "test-file.txt";
    var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "png", "jpg", "jpeg", "gif" ->
          new FilePayload(file, "image/png", Base64.getDecoder().decode(PIXEL));
      case "csv" -> text(file, "text/csv", "name,amount\ntest,1\n");
      case "pdf" -> text(file, "application/pdf", "%PDF-1.4\n%%EOF\n");
      default -> text(file, "text/plain", "A file for testing.\n");
    };
  }

  private static FilePayload text(String name, String type, String content) {
    return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
  }
}
