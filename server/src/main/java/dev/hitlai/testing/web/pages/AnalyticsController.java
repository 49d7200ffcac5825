package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testing.internal.runs.Analytics;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the company's tests say together. */
@Controller
@Access(company = CompanyRole.VIEWER)
class AnalyticsController {
  private final Analytics analytics;
  private final FeatureGate features;

  AnalyticsController(Analytics analytics, FeatureGate features) {
    this.analytics = analytics;
    this.features = features;
  }

  @GetMapping("/company/analytics")
  String analytics(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("analytics", AnalyticsPage.of(read(user)));
    return "testing/analytics";
  }

  @GetMapping("/company/analytics.csv")
  ResponseEntity<byte[]> export(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "findings") String part) {
    var csv = AnalyticsCsv.of(read(user), part);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"analytics-" + part + ".csv\"")
        .header("Cache-Control", "no-store")
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  private Analytics.Report read(CurrentUser user) {
    UUID company = user.requireCompany();
    features.require(company, FeatureKey.ADVANCED_ANALYTICS);
    return analytics.read(company);
  }
}
