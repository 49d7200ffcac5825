package dev.hitlai.cli;

import dev.hitlai.aitester.report.HtmlReport;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The files that a test can leave behind. */
enum ReportFormat {
  HTML("report.html") {
    @Override
    byte[] render(RunDocument document) {
      return HtmlReport.render(document, reference -> reference).getBytes(StandardCharsets.UTF_8);
    }
  },
  JSON("result.json") {
    @Override
    byte[] render(RunDocument document) {
      return RunDocuments.toJson(document);
    }
  };

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  abstract byte[] render(RunDocument document);

  Path write(RunDocument document, Path folder) throws IOException {
    return Files.write(folder.resolve(fileName), render(document));
  }

  static ReportFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Reports are written as "
                        + Arrays.stream(values())
                            .map(format -> format.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" and "))
                        + "; this release does not write '"
                        + name
                        + "'."));
  }
}
