package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.runs.RunBookmark;
import dev.hitlai.testing.internal.runs.RunOverview;
import dev.hitlai.testing.internal.runs.TakenStep;
import dev.hitlai.testing.web.RunStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Tests")
class EventsController {
  private static final RunStream.Wording WORDING =
      new RunStream.Wording() {
        @Override
        public Object step(TakenStep step) {
          return RunBody.StepBody.of(step);
        }

        @Override
        public Object finding(FoundIssue finding) {
          return FindingBody.of(finding);
        }

        @Override
        public Object status(RunOverview run) {
          return RunBody.of(run);
        }

        @Override
        public String farewell() {
          return "done";
        }
      };

  private final RunStream stream;

  EventsController(RunStream stream) {
    this.stream = stream;
  }

  @Operation(
      summary = "A run's progress as server-sent events",
      description =
          "Events step, finding, status, and done at the end. Last-Event-ID goes on where a reader"
              + " was; 204 when it has seen the end.")
  @GetMapping(path = "/api/test-runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Access(company = VIEWER, scope = TESTS_READ, admin = true)
  ResponseEntity<SseEmitter> events(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    if (RunBookmark.parse(lastEventId).atEnd()) {
      return ResponseEntity.noContent().build();
    }
    return stream
        .open(id, lastEventId, user.actor(), WORDING)
        .map(emitter -> ResponseEntity.ok().header("Cache-Control", "no-store").body(emitter))
        .orElseThrow(() -> ApiProblem.notFound("No test run has this id."));
  }
}
