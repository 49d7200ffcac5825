package dev.hitlai.identity.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;
import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.CompanyProfiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company says of itself, and how its findings are reviewed. */
@RestController
@RequestMapping("/api/company/settings")
@Tag(name = "Company")
class SettingsController {
  private final CompanyProfiles profiles;

  SettingsController(CompanyProfiles profiles) {
    this.profiles = profiles;
  }

  /** What changes; what isn't sent stays as it is, blank text empties. */
  record Change(
      @Nullable @Size(max = 200) String name,
      @Nullable @Size(max = 500) String website,
      @Nullable @Size(max = 100) String industry,
      @Nullable @Size(max = 50) String companySize,
      @Nullable @Size(max = 254) String billingEmail,
      @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal reviewSampleRate,
      @Nullable Boolean criticalNeedsReview,
      @Nullable Boolean secondFactorRequired) {
    CompanyProfiles.Change change() {
      return new CompanyProfiles.Change(
          name,
          website,
          industry,
          companySize,
          billingEmail,
          reviewSampleRate,
          criticalNeedsReview,
          secondFactorRequired);
    }
  }

  @GetMapping
  @Access(company = VIEWER, scope = Scope.ADMIN)
  @Operation(summary = "The company's profile and settings")
  ApiData<CompanyProfiles.Profile> settings(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(profiles.of(user.requireCompany()));
  }

  @PatchMapping
  @Access(company = ADMIN, scope = Scope.ADMIN)
  @Operation(summary = "Change the company's profile and settings")
  ApiData<CompanyProfiles.Profile> change(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Change body) {
    return ApiData.of(profiles.change(user, body.change()));
  }
}
