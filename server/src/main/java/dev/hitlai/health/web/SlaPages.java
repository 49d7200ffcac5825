package dev.hitlai.health.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.SlaReports;
import dev.hitlai.health.internal.PublicLevels;
import dev.hitlai.health.internal.SlaPaper;
import dev.hitlai.health.internal.SlaPaper.Report;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Promises and how they were kept: for administrators of the platform, for companies of their own
 * monitors, and, once that feature is open to them, of the platform.
 */
@Controller
class SlaPages {
  private static final YearMonth FIRST = YearMonth.of(2020, 1);

  private final SlaReports reports;
  private final PublicLevels levels;
  private final SlaPaper paper;
  private final FeatureGate features;
  private final Clock clock;

  SlaPages(
      SlaReports reports, PublicLevels levels, SlaPaper paper, FeatureGate features, Clock clock) {
    this.reports = reports;
    this.levels = levels;
    this.paper = paper;
    this.features = features;
    this.clock = clock;
  }

  @GetMapping({"/admin/api-health/sla", "/company/monitors/sla"})
  @Access(company = CompanyRole.VIEWER, admin = true)
  String own(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month,
      Model model) {
    var place = MonitorPlace.of(user);
    return show(ownReport(user, month), place.base(), place.title(), model);
  }

  @GetMapping({"/admin/api-health/sla.pdf", "/company/monitors/sla.pdf"})
  @Access(company = CompanyRole.VIEWER, admin = true)
  ResponseEntity<byte[]> ownPdf(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return pdf(ownReport(user, month));
  }

  @GetMapping({"/admin/api-health/sla.csv", "/company/monitors/sla.csv"})
  @Access(company = CompanyRole.VIEWER, admin = true)
  ResponseEntity<byte[]> ownCsv(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return csv(ownReport(user, month));
  }

  @GetMapping("/company/sla")
  @Access(company = CompanyRole.VIEWER)
  String platform(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month,
      Model model) {
    return show(platformReport(user, month), "/company/sla", "", model);
  }

  @GetMapping("/company/sla.pdf")
  @Access(company = CompanyRole.VIEWER)
  ResponseEntity<byte[]> platformPdf(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return pdf(platformReport(user, month));
  }

  @GetMapping("/company/sla.csv")
  @Access(company = CompanyRole.VIEWER)
  ResponseEntity<byte[]> platformCsv(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return csv(platformReport(user, month));
  }

  private Report ownReport(CurrentUser user, @Nullable String month) {
    var place = MonitorPlace.of(user);
    var chosen = month(month);
    String subject = place.isPlatform() ? "HitlAI" : "your monitors";
    return report(subject, chosen, reports.of(place.owner(), chosen));
  }

  private Report platformReport(CurrentUser user, @Nullable String month) {
    features.require(user.requireCompany(), FeatureKey.ENTERPRISE_SLA);
    var chosen = month(month);
    return report("HitlAI", chosen, levels.of(chosen));
  }

  private Report report(String subject, YearMonth month, List<SlaReports.Line> lines) {
    Instant now = clock.instant();
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    boolean over = !now.isBefore(end);
    return new Report(subject, month, over ? end : now, over, lines);
  }

  /**
   * @param parent of the page; the platform's report for companies has none
   */
  private String show(Report report, String base, String parent, Model model) {
    model.addAttribute("report", report);
    model.addAttribute("address", parent.isEmpty() ? base : base + "/sla");
    model.addAttribute("parent", parent);
    model.addAttribute("parentAddress", base);
    model.addAttribute("present", present());
    return "health/sla";
  }

  private ResponseEntity<byte[]> pdf(Report report) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, file(report, "pdf"))
        .body(paper.print(report));
  }

  private static ResponseEntity<byte[]> csv(Report report) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, file(report, "csv"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(SlaReports.csv(report.lines()).getBytes(StandardCharsets.UTF_8));
  }

  private static String file(Report report, String ending) {
    return ContentDisposition.attachment()
        .filename("sla-" + report.month() + "." + ending)
        .build()
        .toString();
  }

  private YearMonth month(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return present();
    }
    try {
      var month = YearMonth.parse(text);
      if (!month.isBefore(FIRST) && !month.isAfter(present())) {
        return month;
      }
    } catch (DateTimeException unreadable) {
      throw ApiProblem.invalid("month", "must be a month like 2027-03");
    }
    throw ApiProblem.invalid("month", "must not be in the future, nor before " + FIRST);
  }

  private YearMonth present() {
    return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
  }
}
