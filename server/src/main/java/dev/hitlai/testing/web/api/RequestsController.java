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
import dev.hitlai.testing.internal.requests.RequestOverviews;
import dev.hitlai.testing.internal.requests.TestRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/test-requests")
@Tag(name = "Tests")
@Access(company = VIEWER, scope = TESTS_READ)
class RequestsController {
  private final TestRequests requests;
  private final RequestOverviews overviews;

  RequestsController(TestRequests requests, RequestOverviews overviews) {
    this.requests = requests;
    this.overviews = overviews;
  }

  @Operation(summary = "List test requests, the latest first")
  @GetMapping
  ApiList<RequestOverviews.Overview> list(PageRequest page) {
    return ApiList.of(overviews.list(page.limit(), page.offset()), overviews.count(), page);
  }

  @Operation(summary = "One request with the ids of its runs")
  @GetMapping("/{id}")
  ApiData<RequestOverviews.Overview> one(@PathVariable UUID id) {
    return ApiData.of(find(id));
  }

  @Operation(
      summary = "Keep a request as a draft",
      description = "Its runs are started with POST /api/test/execute; only then do they count.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<RequestOverviews.Overview> draft(
      @AuthenticationPrincipal CurrentUser user, @RequestBody ExecuteBody body) {
    var taken = requests.draft(user.requireCompany(), user.userId(), body.request());
    return ApiData.of(find(taken.requestId()));
  }

  @Operation(summary = "Replace a draft; its runs get new ids")
  @PutMapping("/{id}")
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<RequestOverviews.Overview> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody ExecuteBody body) {
    requests.change(user.requireCompany(), user.userId(), id, body.request());
    return ApiData.of(find(id));
  }

  @Operation(summary = "Delete a draft")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  void delete(@PathVariable UUID id) {
    requests.delete(id);
  }

  private RequestOverviews.Overview find(UUID id) {
    return overviews
        .find(id)
        .orElseThrow(() -> ApiProblem.notFound("No test request has this id."));
  }
}
