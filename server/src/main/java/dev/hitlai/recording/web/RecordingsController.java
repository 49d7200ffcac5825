package dev.hitlai.recording.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;
import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.REPORTS_READ;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.figures.HeatKind;
import dev.hitlai.recording.internal.figures.Heatmaps;
import dev.hitlai.recording.internal.sessions.Forgetting;
import dev.hitlai.recording.internal.sessions.SessionDetails;
import dev.hitlai.recording.internal.sessions.SessionSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recordings of a company, for its programs. */
@RestController
@RequestMapping("/api")
@Access(company = VIEWER, scope = REPORTS_READ)
@Tag(name = "Recordings")
class RecordingsController {
  private static final int MOST_EVENTS = 5000;
  private static final int MOST_DAYS = 365;

  private final SessionSearch sessions;
  private final SessionDetails details;
  private final Heatmaps heatmaps;
  private final Forgetting forgetting;
  private final Clock clock;

  RecordingsController(
      SessionSearch sessions,
      SessionDetails details,
      Heatmaps heatmaps,
      Forgetting forgetting,
      Clock clock) {
    this.sessions = sessions;
    this.details = details;
    this.heatmaps = heatmaps;
    this.forgetting = forgetting;
    this.clock = clock;
  }

  @GetMapping("/recordings")
  @Operation(summary = "List recorded sessions", description = "Newest first.")
  ApiList<SessionSearch.Row> list(
      PageRequest page,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String signal,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "0") double frustration,
      @RequestParam(required = false) @Nullable UUID testRunId,
      @RequestParam(defaultValue = "30") int days) {
    var wish =
        new SessionSearch.Wish(
            source, device, signal, url, frustration, testRunId, clock.instant().minus(back(days)));
    return ApiList.of(sessions.list(wish, page.limit(), page.offset()), sessions.count(wish), page);
  }

  @GetMapping("/recordings/{id}")
  @Operation(summary = "One recorded session")
  ApiData<SessionSearch.Row> show(@PathVariable UUID id) {
    return ApiData.of(find(id));
  }

  @GetMapping("/recordings/{id}/events")
  @Operation(
      summary = "What happened in a session",
      description = "Pages, clicks, fields, requests, messages and errors in the order of time.")
  ApiData<List<SessionDetails.Line>> events(@PathVariable UUID id) {
    find(id);
    return ApiData.of(details.lines(id, MOST_EVENTS));
  }

  @GetMapping("/recordings/{id}/signals")
  @Operation(summary = "What a session tells of the site")
  ApiData<List<SessionDetails.ShownSignal>> signals(@PathVariable UUID id) {
    find(id);
    return ApiData.of(details.signals(id));
  }

  @DeleteMapping("/recordings/{id}")
  @Access(company = ADMIN, scope = dev.hitlai.identity.Scope.RECORDINGS_WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forget a session", description = "Erases it; what comes later is refused.")
  void forget(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    find(id);
    forgetting.forgetAtItsWish(user.requireCompany(), id);
  }

  @GetMapping("/heatmaps")
  @Operation(
      summary = "A heatmap of a page",
      description = "kind: clicks, rage, dead, scroll, attention or movement.")
  ApiData<Heatmaps.Heatmap> heatmap(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String url,
      @RequestParam(defaultValue = "clicks") String kind,
      @RequestParam(defaultValue = "") String device,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "30") int days) {
    HeatKind wanted;
    try {
      wanted = HeatKind.of(kind);
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("kind", "must be clicks, rage, dead, scroll, attention or movement");
    }
    return ApiData.of(
        heatmaps.of(
            new Heatmaps.Wish(
                user.requireCompany(),
                url,
                wanted,
                device,
                source,
                null,
                clock.instant().minus(back(days)))));
  }

  private static Duration back(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw ApiProblem.invalid("days", "must lie between 1 and " + MOST_DAYS);
    }
    return Duration.ofDays(days);
  }

  private SessionSearch.Row find(UUID id) {
    return sessions.find(id).orElseThrow(() -> ApiProblem.notFound("No session has this id."));
  }
}
