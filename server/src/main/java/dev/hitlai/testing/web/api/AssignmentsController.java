package dev.hitlai.testing.web.api;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.people.Submissions;
import dev.hitlai.testing.internal.people.TesterBoard;
import dev.hitlai.testing.internal.people.TesterWork;
import dev.hitlai.testing.internal.people.Workbench;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests that testers were given. */
@RestController
@Tag(name = "Testers")
@Access(tester = true)
class AssignmentsController {
  private static final int OVER = 50;

  private final TesterBoard board;
  private final TesterWork work;
  private final Workbench bench;
  private final Submissions submissions;

  AssignmentsController(
      TesterBoard board, TesterWork work, Workbench bench, Submissions submissions) {
    this.board = board;
    this.work = work;
    this.bench = bench;
    this.submissions = submissions;
  }

  @Operation(summary = "Your offers and work, then the latest 50 that are over")
  @GetMapping("/api/tester/assignments")
  ApiData<List<AssignmentBody>> list(@AuthenticationPrincipal CurrentUser user) {
    UUID tester = user.requireTester();
    return ApiData.of(
        Stream.concat(board.open(tester).stream(), board.over(tester, OVER).stream())
            .map(AssignmentBody::of)
            .toList());
  }

  @Operation(
      summary = "One of them with what you need for it",
      description = "Findings of the AI are shown once the list of your own is closed.")
  @GetMapping("/api/tester/assignments/{id}")
  ApiData<AssignmentBody.Full> one(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    var item = body(user, id);
    return ApiData.of(AssignmentBody.Full.of(item, bench.read(user, id)));
  }

  @Operation(summary = "Accept an offer")
  @PostMapping("/api/tester/assignments/{id}/accept")
  ApiData<AssignmentBody> accept(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    work.accept(user, id);
    return ApiData.of(body(user, id));
  }

  /**
   * @param reason for the record; may be left out
   */
  record Refusal(@Nullable String reason) {}

  @Operation(summary = "Decline an offer, or give work back, without a penalty")
  @PostMapping("/api/tester/assignments/{id}/decline")
  ApiData<AssignmentBody> decline(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody Refusal refusal) {
    work.decline(user, id, refusal.reason() == null ? "" : refusal.reason());
    return ApiData.of(body(user, id));
  }

  @Operation(summary = "Begin to work on an accepted test")
  @PostMapping("/api/tester/assignments/{id}/start")
  ApiData<AssignmentBody> start(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    work.start(user, id);
    return ApiData.of(body(user, id));
  }

  /** The tester's own findings. */
  record Own(@Nullable List<SubmissionBody.Issue> issues) {}

  @Operation(
      summary = "Close the list of your own findings of a hybrid test",
      description = "They can't be changed any more; from now on the AI's findings are shown.")
  @PostMapping("/api/tester/assignments/{id}/own-findings")
  ApiData<AssignmentBody.Full> closeOwn(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, @RequestBody Own own) {
    submissions.closeOwn(user, id, SubmissionBody.findings(own.issues()));
    return one(user, id);
  }

  /**
   * @param url what a finding names as its screenshotUrl
   */
  record Picture(UUID id, String url) {}

  @Operation(
      summary = "Upload a screenshot for a test you work on",
      description =
          "The body is the picture itself: PNG, JPEG, WebP or GIF, at most 5 MB. What it is, is"
              + " told by its content. Name the url that comes back in a finding of this test.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
  @PostMapping("/api/tester/assignments/{id}/screenshots")
  @ResponseStatus(HttpStatus.CREATED)
  ApiData<Picture> upload(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, HttpServletRequest request)
      throws IOException {
    byte[] content = request.getInputStream().readAllBytes();
    UUID picture = bench.addScreenshot(user, id, content);
    return ApiData.of(new Picture(picture, ArtifactReference.of(picture)));
  }

  @Operation(
      summary = "Hand a test in",
      description = "Handing in again answers the same and changes nothing.")
  @PostMapping("/api/test-runs/{id}/submit")
  ApiData<AssignmentBody> submit(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody SubmissionBody body) {
    var mine =
        board
            .onRun(user.requireTester(), id)
            .orElseThrow(() -> ApiProblem.notFound("You have no such test."));
    submissions.submit(user, mine.id(), body.report());
    return ApiData.of(body(user, mine.id()));
  }

  private AssignmentBody body(CurrentUser user, UUID id) {
    return board
        .find(user.requireTester(), id)
        .map(AssignmentBody::of)
        .orElseThrow(() -> ApiProblem.notFound("You have no such test."));
  }
}
