package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.MEMBER;
import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.REPORTS_READ;
import static dev.hitlai.identity.Scope.TESTS_READ;
import static dev.hitlai.identity.Scope.TESTS_WRITE;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.Comparisons;
import dev.hitlai.testing.internal.comparison.CompanyContests;
import dev.hitlai.testing.internal.runs.RunOverviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** AI against people, for programs. */
@RestController
@Tag(name = "Tests")
@Access(
    company = VIEWER,
    scope = {TESTS_READ, REPORTS_READ},
    admin = true)
class ComparisonsController {
  private static final int LATEST = 50;

  private final RunOverviews runs;
  private final Comparisons comparisons;
  private final CompanyContests contests;

  ComparisonsController(RunOverviews runs, Comparisons comparisons, CompanyContests contests) {
    this.runs = runs;
    this.comparisons = comparisons;
    this.contests = contests;
  }

  @Operation(
      summary = "The AI of a hybrid test against each of its people",
      description = "Empty until the test is complete, and for tests by an AI or people alone.")
  @GetMapping("/api/test-runs/{id}/comparisons")
  ApiData<List<Comparisons.Comparison>> ofRun(@PathVariable UUID id) {
    if (runs.find(id).isEmpty()) {
      throw ApiProblem.notFound("No test run has this id.");
    }
    return ApiData.of(comparisons.ofRun(id));
  }

  @Operation(
      summary = "AI against people over all hybrid tests",
      description = "The last twelve weeks; each mean says how many comparisons know it.")
  @GetMapping("/api/company/ai-vs-human")
  ApiData<CompanyContests.Report> all() {
    return ApiData.of(contests.read(LATEST));
  }

  /** What somebody thinks of a comparison. */
  record Word(@Nullable String notes) {}

  @Operation(summary = "Say what you think of a comparison")
  @PutMapping("/api/comparisons/{id}/validation")
  @Access(company = MEMBER, scope = TESTS_WRITE, admin = true)
  ApiData<Comparisons.Comparison> validate(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @RequestBody Word word) {
    return ApiData.of(
        comparisons.validate(id, user.userId(), word.notes() == null ? "" : word.notes()));
  }
}
