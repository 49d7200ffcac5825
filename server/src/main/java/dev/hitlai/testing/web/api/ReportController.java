package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.REPORTS_READ;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.report.JUnitReport;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.aitester.report.RunDocuments;
import dev.hitlai.aitester.report.SarifReport;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.testing.internal.people.PeopleReport;
import dev.hitlai.testing.internal.runs.PrintedReports;
import dev.hitlai.testing.web.HtmlAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tests")
class ReportController {
  private static final MediaType SARIF = new MediaType("application", "sarif+json");

  private final PeopleReport reports;
  private final PrintedReports printed;

  ReportController(PeopleReport reports, PrintedReports printed) {
    this.reports = reports;
    this.printed = printed;
  }

  @Operation(
      summary = "The report of a run",
      description =
          "Formats: html (one printable page), pdf (the same with its pictures), json (the same"
              + " facts for programs), sarif (SARIF 2.1.0 for code scanning) and junit (JUnit XML"
              + " for build servers; findings from high on are failures).")
  @GetMapping("/api/test-runs/{id}/report.{format}")
  @Access(
      company = VIEWER,
      scope = {REPORTS_READ, TESTS_READ},
      admin = true)
  ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String format) {
    return switch (format) {
      case "html" -> HtmlAnswer.of(find(id), reports.brand(id), UnaryOperator.identity());
      case "json" -> answer(MediaType.APPLICATION_JSON, RunDocuments.toJson(find(id)));
      case "sarif" -> answer(SARIF, SarifReport.render(find(id)));
      case "junit" ->
          answer(MediaType.APPLICATION_XML, JUnitReport.render(find(id), Severity.HIGH));
      case "pdf" -> answer(MediaType.APPLICATION_PDF, printed.print(find(id), reports.brand(id)));
      default ->
          throw ApiProblem.notFound(
              "There is no report in the format "
                  + format
                  + "; there are html, pdf, json, sarif and junit.");
    };
  }

  private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
    var headers = new HttpHeaders();
    headers.setContentType(type);
    headers.setCacheControl(CacheControl.noStore());
    return ResponseEntity.ok().headers(headers).body(body);
  }

  private RunDocument find(UUID id) {
    return reports
        .find(id)
        .orElseThrow(
            () -> ApiProblem.notFound("There is no report: no such run, or not done yet."));
  }
}
