package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.MEMBER;
import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;
import static dev.hitlai.identity.Scope.TESTS_WRITE;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.runs.ReportLinks;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.web.SharedAddress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/test-runs/{id}/share")
@Tag(name = "Tests")
@Access(company = MEMBER, scope = TESTS_WRITE)
class SharingController {
  private final ReportLinks links;
  private final RunOverviews runs;

  SharingController(ReportLinks links, RunOverviews runs) {
    this.links = links;
    this.runs = runs;
  }

  /**
   * A link to make.
   *
   * @param expiresInDays 1 to 90; 7 when left out
   */
  record Share(@Nullable Integer expiresInDays) {}

  /**
   * A link just made.
   *
   * @param url shows the report without a login; said this once
   */
  record Shared(UUID id, String url, Instant expiresAt) {}

  @Operation(
      summary = "Share the report of a run",
      description =
          "Makes a link that shows the report without a login until it expires or is revoked. Its"
              + " address is said in this answer only.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ApiData<Shared> share(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @RequestBody Share body) {
    int days = body.expiresInDays() == null ? ReportLinks.USUAL_DAYS : body.expiresInDays();
    var made = links.make(user, id, days);
    return ApiData.of(new Shared(made.id(), SharedAddress.of(made.token()), made.expiresAt()));
  }

  @Operation(summary = "The links to a run's report that work")
  @GetMapping
  @Access(company = VIEWER, scope = TESTS_READ)
  ApiData<List<ReportLinks.Link>> links(@PathVariable UUID id) {
    if (runs.find(id).isEmpty()) {
      throw ApiProblem.notFound("No test run has this id.");
    }
    return ApiData.of(links.live(id));
  }

  @Operation(summary = "Revoke a link to a run's report")
  @DeleteMapping("/{link}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @PathVariable UUID link) {
    links.revoke(user, id, link);
  }
}
