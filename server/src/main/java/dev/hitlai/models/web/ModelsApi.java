package dev.hitlai.models.web;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.models.Capabilities;
import dev.hitlai.models.internal.Benchmarks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What AI testers can do and how they were measured, for programs. */
@RestController
@Tag(name = "Models")
class ModelsApi {
  private static final int RUNS = 10;
  private static final int SCORES = 30;

  private final Capabilities capabilities;
  private final Benchmarks benchmarks;

  ModelsApi(Capabilities capabilities, Benchmarks benchmarks) {
    this.capabilities = capabilities;
    this.benchmarks = benchmarks;
  }

  @Operation(
      summary = "What each AI can and can't do",
      description = "Accuracy and false positives are missing while too little was measured.")
  @GetMapping("/api/ai-models")
  @Access(company = VIEWER, scope = TESTS_READ, admin = true)
  ApiData<List<Capabilities.Capability>> list() {
    return ApiData.of(capabilities.all());
  }

  /** Measurings and what came out. */
  record Measurings(List<Benchmarks.Run> runs, List<Benchmarks.Score> scores) {}

  @Operation(summary = "How AI testers were measured")
  @GetMapping("/api/admin/benchmarks")
  @Access(admin = true)
  ApiData<Measurings> measurings() {
    return ApiData.of(new Measurings(benchmarks.runs(RUNS), benchmarks.scores(SCORES)));
  }

  @Operation(
      summary = "Have the built-in engine measured on the demo shop",
      description = "A background job of some minutes; 409 while one is at work.")
  @PostMapping("/api/admin/benchmarks")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Access(admin = true)
  ApiData<Benchmarks.Run> measure(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(benchmarks.start(user.userId()));
  }
}
