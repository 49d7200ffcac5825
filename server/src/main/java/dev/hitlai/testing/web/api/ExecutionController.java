package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.MEMBER;
import static dev.hitlai.identity.Scope.TESTS_WRITE;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.RateLimited;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.testing.internal.runs.RunOverviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tests")
class ExecutionController {
  private final TestRequests requests;
  private final RunOverviews runs;

  ExecutionController(TestRequests requests, RunOverviews runs) {
    this.requests = requests;
    this.runs = runs;
  }

  @Operation(
      summary = "Have a site tested",
      description = "Takes a request in and queues one run for each persona, or starts one run.")
  @PostMapping("/api/test/execute")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RateLimited(10)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  Accepted execute(@AuthenticationPrincipal CurrentUser user, @RequestBody ExecuteBody body) {
    if (body.testRunId() != null) {
      return start(user, body.testRunId());
    }
    var taken = requests.execute(user.requireCompany(), user.userId(), body.request());
    return Accepted.of(taken.requestId(), taken.runIds(), taken.type(), taken.notices(), "pending");
  }

  private Accepted start(CurrentUser user, UUID runId) {
    requests.start(user.requireCompany(), runId);
    var run = runs.find(runId).orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
    return Accepted.of(run.requestId(), List.of(runId), run.type(), List.of(), run.status().code());
  }
}
