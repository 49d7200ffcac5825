package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.REPORTS_READ;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.testing.internal.runs.Analytics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Company")
class AnalyticsApiController {
  private final Analytics analytics;
  private final FeatureGate features;

  AnalyticsApiController(Analytics analytics, FeatureGate features) {
    this.analytics = analytics;
    this.features = features;
  }

  @Operation(
      summary = "What the company's tests say together",
      description =
          "The last twelve weeks. Needs the feature advanced_analytics; else 403 FEATURE_LOCKED.")
  @GetMapping("/api/company/analytics")
  @Access(
      company = VIEWER,
      scope = {TESTS_READ, REPORTS_READ})
  ApiData<Analytics.Report> read(@AuthenticationPrincipal CurrentUser user) {
    features.require(user.requireCompany(), FeatureKey.ADVANCED_ANALYTICS);
    return ApiData.of(analytics.read(user.requireCompany()));
  }
}
