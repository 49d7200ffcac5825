package dev.hitlai.unlock.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.unlock.internal.Grants;
import dev.hitlai.unlock.internal.Unlocks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Features that administrators open early. */
@RestController
@RequestMapping("/api/admin/feature-grants")
@Access(admin = true)
@Tag(name = "Milestones")
class GrantsController {
  private static final int SHOWN = 200;

  private final Grants grants;
  private final Unlocks unlocks;

  GrantsController(Grants grants, Unlocks unlocks) {
    this.grants = grants;
    this.unlocks = unlocks;
  }

  /**
   * @param feature a feature key such as {@code white_label}
   */
  record NewGrant(
      @NotNull UUID companyId,
      @NotBlank String feature,
      @NotBlank @Size(max = 500) String reason) {}

  /** Why a grant is taken back. */
  record Revocation(@NotBlank @Size(max = 500) String reason) {}

  /** The grant that was made. */
  record Granted(UUID id, UUID companyId, String feature) {}

  @GetMapping
  @Operation(summary = "Features granted early, those in force first")
  ApiData<List<Unlocks.Unlock>> list() {
    return ApiData.of(unlocks.grants(SHOWN));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open a feature for a company before its milestone")
  ApiData<Granted> grant(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewGrant body) {
    var feature = feature(body.feature());
    UUID id = grants.grant(user, body.companyId(), feature, body.reason());
    return ApiData.of(new Granted(id, body.companyId(), feature.code()));
  }

  @PostMapping("/{id}/revocation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take a grant back",
      description = "A feature that a milestone has opened since stays open.")
  void revoke(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Revocation body) {
    grants.revoke(user, id, body.reason());
  }

  static FeatureKey feature(String code) {
    try {
      return FeatureKey.of(code.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.invalid("feature", "must be one of the feature keys");
    }
  }
}
