package dev.hitlai.redteam.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.redteam.internal.store.Vulnerabilities;
import dev.hitlai.redteam.internal.store.Vulnerabilities.Weakness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weaknesses that the red team found, for administrators. */
@RestController
@RequestMapping("/api/admin/vulnerabilities")
@Access(admin = true)
@Tag(name = "Red team")
class VulnerabilitiesApi {
  private final Vulnerabilities vulnerabilities;

  VulnerabilitiesApi(Vulnerabilities vulnerabilities) {
    this.vulnerabilities = vulnerabilities;
  }

  /**
   * Where a weakness stands from now on.
   *
   * @param status open, in_progress, fixed or wont_fix
   * @param remediationPlan what is done, or why it stays; needed for wont_fix
   * @param fixedInVersion needed for fixed
   */
  record ChangeBody(
      @Nullable String status, @Nullable String remediationPlan, @Nullable String fixedInVersion) {}

  @GetMapping
  @Operation(
      summary = "Weaknesses, the worst first",
      description = "status: open, in_progress, fixed, wont_fix, or active for the first two.")
  ApiList<Weakness> list(@RequestParam(defaultValue = "") String status, PageRequest page) {
    return ApiList.of(
        vulnerabilities.list(status, page.limit(), page.offset()),
        vulnerabilities.count(status),
        page);
  }

  @GetMapping("/{id}")
  @Operation(summary = "A weakness with the attack and the answer that show it")
  ApiData<Weakness> one(@PathVariable UUID id) {
    return ApiData.of(vulnerabilities.find(id));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Move a weakness on")
  ApiData<Weakness> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody ChangeBody body) {
    return ApiData.of(
        vulnerabilities.change(
            user,
            id,
            body.status() == null ? "" : body.status(),
            body.remediationPlan() == null ? "" : body.remediationPlan(),
            body.fixedInVersion() == null ? "" : body.fixedInVersion()));
  }
}
