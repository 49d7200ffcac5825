package dev.hitlai.health.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.SlaReports;
import dev.hitlai.health.SlaReports.Line;
import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was promised of monitors in a month, and what was kept. */
@RestController
@RequestMapping("/api/health")
@Access(company = VIEWER, scope = Scope.REPORTS_READ, admin = true)
@Tag(name = "Health")
class SlaController {
  private final SlaReports reports;
  private final Clock clock;

  SlaController(SlaReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @GetMapping("/sla")
  @Operation(
      summary = "What was promised in a month, and what was kept",
      description = "The month in UTC, as in 2026-01; the running one when none is given.")
  ApiData<List<Line>> month(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return ApiData.of(reports.of(MonitorEditor.owner(user), read(month)));
  }

  @GetMapping("/sla.csv")
  @Operation(
      summary = "The same as a table for spreadsheets",
      description = "Comma-separated, with a line of headings, in UTF-8.")
  ResponseEntity<String> csv(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    var asked = read(month);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"sla-" + asked + ".csv\"")
        .body(SlaReports.csv(reports.of(MonitorEditor.owner(user), asked)));
  }

  private YearMonth read(@Nullable String month) {
    try {
      return month == null
          ? YearMonth.from(clock.instant().atZone(ZoneOffset.UTC))
          : YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw ApiProblem.invalid("month", "must be a month such as 2026-01");
    }
  }
}
