package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.REPORTS_READ;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.web.FileAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tests")
class ArtifactController {
  private final Artifacts artifacts;

  ArtifactController(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  @Operation(summary = "A screenshot or another file of a run")
  @GetMapping("/api/artifacts/{id}")
  @Access(
      company = VIEWER,
      scope = {TESTS_READ, REPORTS_READ},
      tester = true,
      admin = true)
  ResponseEntity<Resource> artifact(@PathVariable UUID id) {
    var served =
        artifacts
            .find(id)
            .filter(Artifacts.Served::exists)
            .orElseThrow(() -> ApiProblem.notFound("There is no such file."));
    // An artifact never changes; private, because its readers are the company's own.
    return FileAnswer.of(
        served, CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
  }
}
