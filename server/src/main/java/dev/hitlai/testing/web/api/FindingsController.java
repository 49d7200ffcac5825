package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.MEMBER;
import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;
import static dev.hitlai.identity.Scope.TESTS_WRITE;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.Triage;
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

@RestController
@RequestMapping("/api/findings")
@Tag(name = "Findings")
@Access(company = VIEWER, scope = TESTS_READ, admin = true)
class FindingsController {
  private final Findings findings;
  private final Triage triage;

  FindingsController(Findings findings, Triage triage) {
    this.findings = findings;
    this.triage = triage;
  }

  @Operation(summary = "List findings, the gravest first")
  @GetMapping
  ApiList<FindingBody> list(
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable UUID testRunId,
      PageRequest page) {
    known("severity", severity, FindingFilter.SEVERITIES);
    known("category", category, FindingFilter.CATEGORIES);
    known("status", status, FindingFilter.STATUSES);
    var filter = new FindingFilter(severity, category, status, null, testRunId, null);
    var rows = findings.list(filter, "severity", page.limit(), page.offset());
    return ApiList.of(rows.stream().map(FindingBody::of).toList(), findings.count(filter), page);
  }

  @Operation(summary = "One finding with its evidence")
  @GetMapping("/{id}")
  ApiData<FindingBody> one(@PathVariable UUID id) {
    return ApiData.of(find(id));
  }

  /**
   * A decision about a finding; what is left out stays.
   *
   * @param status open, in_progress, resolved, closed or wont_fix
   * @param verdict confirmed, corrected, disputed, false_positive or duplicate
   */
  record Decision(@Nullable String status, @Nullable String verdict) {}

  @Operation(summary = "Decide about a finding: its status, its verdict, or both")
  @PatchMapping("/{id}")
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<FindingBody> decide(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody Decision decision) {
    triage.decide(id, decision.status(), decision.verdict(), user.userId());
    return ApiData.of(find(id));
  }

  private FindingBody find(UUID id) {
    return findings
        .find(id)
        .map(FindingBody::of)
        .orElseThrow(() -> ApiProblem.notFound("No finding has this id."));
  }

  private static void known(String name, @Nullable String value, java.util.Set<String> values) {
    if (value != null && !values.contains(value)) {
      throw ApiProblem.invalid(
          name, "must be one of " + String.join(", ", new java.util.TreeSet<>(values)));
    }
  }
}
