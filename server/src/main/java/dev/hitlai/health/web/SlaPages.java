package dev.hitlai.health.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.SlaReport;
import dev.hitlai.health.SlaReports;
import dev.hitlai.health.internal.SlaPaper;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
  private final SlaPaper paper;
  private final FeatureGate features;
  private final Clock clock;

  SlaPages(SlaReports reports, SlaPaper paper, FeatureGate features, Clock clock) {
    this.reports = reports;
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
    var report = ownReport(user, month);
    return pdf(report, MonitorPlace.of(user).isPlatform() ? "HitlAI" : "Your monitors");
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
    return pdf(platformReport(user, month), "HitlAI");
  }

  @GetMapping("/company/sla.csv")
  @Access(company = CompanyRole.VIEWER)
  ResponseEntity<byte[]> platformCsv(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable String month) {
    return csv(platformReport(user, month));
  }

  private SlaReport ownReport(CurrentUser user, @Nullable String month) {
    return reports.of(MonitorPlace.of(user).owner(), month(month));
  }

  private SlaReport platformReport(CurrentUser user, @Nullable String month) {
    features.require(user.requireCompany(), FeatureKey.ENTERPRISE_SLA);
    return reports.ofPublicParts(month(month));
  }

  /**
   * @param parent of the page; the platform's report for companies has none
   */
  private String show(SlaReport report, String base, String parent, Model model) {
    model.addAttribute("report", report);
    model.addAttribute("address", parent.isEmpty() ? base : base + "/sla");
    model.addAttribute("parent", parent);
    model.addAttribute("parentAddress", base);
    model.addAttribute("present", present());
    return "health/sla";
  }

  private ResponseEntity<byte[]> pdf(SlaReport report, String subject) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, file(report, "pdf"))
        .body(paper.print(report, subject));
  }

  private static ResponseEntity<byte[]> csv(SlaReport report) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, file(report, "csv"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(SlaCsv.of(report).getBytes(StandardCharsets.UTF_8));
  }

  private static String file(SlaReport report, String ending) {
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
