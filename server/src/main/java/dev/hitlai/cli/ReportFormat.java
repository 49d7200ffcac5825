package dev.hitlai.cli;

import dev.hitlai.aitester.report.HtmlReport;
import dev.hitlai.aitester.report.JUnitReport;
import dev.hitlai.aitester.report.PdfReport;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.aitester.report.SarifReport;
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
    byte[] render(ReportSources sources) {
      return HtmlReport.render(sources.document(), reference -> reference)
          .getBytes(StandardCharsets.UTF_8);
    }
  },
  JSON("result.json") {
    @Override
    byte[] render(ReportSources sources) {
      return RunDocuments.toJson(sources.document());
    }
  },
  SARIF("report.sarif") {
    @Override
    byte[] render(ReportSources sources) {
      return SarifReport.render(sources.document());
    }
  },
  JUNIT("junit.xml") {
    @Override
    byte[] render(ReportSources sources) {
      return JUnitReport.render(sources.document(), sources.failOn());
    }
  },
  PDF("report.pdf") {
    @Override
    byte[] render(ReportSources sources) {
      return PdfReport.render(sources.document(), sources.evidence(), sources.browsers());
    }
  };

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  abstract byte[] render(ReportSources sources);

  Path write(ReportSources sources, Path folder) throws IOException {
    return Files.write(folder.resolve(fileName), render(sources));
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
                            .collect(Collectors.joining(", "))
                        + "; there is no '"
                        + name
                        + "'."));
  }
}
