package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.internal.findings.FoundIssue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Findings as comma-separated values (RFC 4180) that a spreadsheet opens without harm. */
final class FindingsCsv {
  private static final String HEAD =
      "id,severity,category,title,description,recommendation,url,selector,rules,wcag,confidence,"
          + "status,verdict,found\r\n";

  private FindingsCsv() {}

  static String of(List<FoundIssue> findings) {
    return HEAD + findings.stream().map(FindingsCsv::line).collect(Collectors.joining());
  }

  private static String line(FoundIssue finding) {
    return Stream.of(
                finding.id(),
                finding.severity(),
                finding.category(),
                finding.title(),
                finding.description(),
                orEmpty(finding.recommendation()),
                orEmpty(finding.url()),
                orEmpty(finding.selector()),
                String.join(" ", finding.rules()),
                String.join(" ", finding.wcag()),
                orEmpty(finding.confidence()),
                finding.status(),
                orEmpty(finding.verdict()),
                finding.createdAt())
            .map(value -> cell(value.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /** A text from a site under test may begin like a formula; an apostrophe keeps it a text. */
  static String cell(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
