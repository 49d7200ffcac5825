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
import dev.hitlai.testing.RunStatus;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.internal.runs.RunRating;
import dev.hitlai.testing.internal.runs.RunRetry;
import dev.hitlai.testing.internal.runs.Steps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/test-runs")
@Tag(name = "Tests")
@Access(company = VIEWER, scope = TESTS_READ, admin = true)
class RunsController {
  private static final int ALL_FINDINGS = 1000;

  private final RunOverviews runs;
  private final Steps steps;
  private final Findings findings;
  private final RunRating rating;
  private final RunCancellation cancellation;
  private final RunRetry retry;

  RunsController(
      RunOverviews runs,
      Steps steps,
      Findings findings,
      RunRating rating,
      RunCancellation cancellation,
      RunRetry retry) {
    this.runs = runs;
    this.steps = steps;
    this.findings = findings;
    this.rating = rating;
    this.cancellation = cancellation;
    this.retry = retry;
  }

  @Operation(summary = "List test runs, the latest first")
  @GetMapping
  ApiList<RunBody> list(@RequestParam(required = false) @Nullable String status, PageRequest page) {
    var wanted = status == null ? null : status(status);
    var rows = runs.list(wanted, page.limit(), page.offset()).stream().map(RunBody::of).toList();
    return ApiList.of(rows, runs.count(wanted), page);
  }

  @Operation(summary = "One run with its steps and findings")
  @GetMapping("/{id}")
  ApiData<RunBody.Full> one(@PathVariable UUID id) {
    var run = find(id);
    var found = findings.list(FindingFilter.ofRun(id), "severity", ALL_FINDINGS, 0);
    return ApiData.of(RunBody.Full.of(run, steps.from(id, 0), found));
  }

  /** What a company thinks of a run: 1 to 5 stars and a text. */
  record Rating(@Nullable Integer rating, @Nullable String feedback) {}

  @Operation(summary = "Rate a run that has a result")
  @PostMapping("/{id}/rate")
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<RunBody> rate(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @RequestBody Rating body) {
    int stars = body.rating() == null ? 0 : body.rating();
    String feedback = body.feedback() == null ? "" : body.feedback();
    rating.rate(id, stars, feedback, user.userId());
    return ApiData.of(RunBody.of(find(id)));
  }

  @Operation(
      summary = "Cancel a run",
      description = "One that nobody began ends at once; one at work ends between two steps.")
  @PostMapping("/{id}/cancel")
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<RunBody> cancel(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    if (!cancellation.cancel(id, user.userId())) {
      throw ApiProblem.conflict("The test has ended already.");
    }
    return ApiData.of(RunBody.of(find(id)));
  }

  @Operation(summary = "Carry a failed run out again, as a new run")
  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  Accepted retry(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    var again = find(retry.retry(id, user.userId()));
    return Accepted.of(
        again.requestId(), List.of(again.id()), again.type(), List.of(), again.status().code());
  }

  private RunOverview find(UUID id) {
    return runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
  }

  private static RunStatus status(String word) {
    try {
      return RunStatus.of(word);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid(
          "status", "must be one of pending, running, hitl_paused, completed, failed");
    }
  }
}
