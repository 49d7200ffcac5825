package dev.hitlai.health.web.api;

import static dev.hitlai.identity.CompanyRole.ADMIN;
import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.MonitorStateChanged;
import dev.hitlai.health.Monitors;
import dev.hitlai.health.Uptime;
import dev.hitlai.health.UptimeFigures;
import dev.hitlai.health.UptimePeriod;
import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.health.internal.MonitorEditor.Stored;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A company's monitors; of administrators the platform's own. */
@RestController
@RequestMapping("/api/health")
@Access(company = VIEWER, scope = Scope.REPORTS_READ, admin = true)
@Tag(name = "Health")
class MonitorsController {
  private static final int MOST_PERIODS = 1000;

  private final Monitors monitors;
  private final MonitorEditor editor;
  private final Uptime uptime;
  private final Clock clock;

  MonitorsController(Monitors monitors, MonitorEditor editor, Uptime uptime, Clock clock) {
    this.monitors = monitors;
    this.editor = editor;
    this.uptime = uptime;
    this.clock = clock;
  }

  /**
   * @param asked how many monitors are checked in a moment
   */
  record Asked(int asked) {}

  @GetMapping("/endpoints")
  @Operation(summary = "List the monitors with how they do")
  ApiData<List<MonitorView>> list(@AuthenticationPrincipal CurrentUser user) {
    var all = monitors.of(MonitorEditor.owner(user));
    var statuses = monitors.statuses(all);
    return ApiData.of(
        all.stream()
            .map(one -> MonitorView.of(one, Objects.requireNonNull(statuses.get(one.id()))))
            .toList());
  }

  @PostMapping("/endpoints")
  @ResponseStatus(HttpStatus.CREATED)
  @Access(company = ADMIN, scope = Scope.ADMIN, admin = true)
  @Operation(
      summary = "Add a monitor",
      description =
          "Watches an address (http), a port (tcp://host:port) or a name (dns:name). Checks of"
              + " companies go to no private network, not even by a redirect.")
  ApiData<MonitorView> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody MonitorBody body) {
    return view(editor.make(user, body.draft()));
  }

  @GetMapping("/endpoints/{id}")
  @Operation(summary = "One monitor")
  ApiData<MonitorView> one(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return view(editor.find(user, id));
  }

  @PatchMapping("/endpoints/{id}")
  @Access(company = ADMIN, scope = Scope.ADMIN, admin = true)
  @Operation(summary = "Change a monitor, pause it, or switch maintenance on and off")
  ApiData<MonitorView> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody MonitorBody body) {
    return view(editor.change(user, id, body.draft()));
  }

  @DeleteMapping("/endpoints/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Access(company = ADMIN, scope = Scope.ADMIN, admin = true)
  @Operation(summary = "Delete a monitor with its figures")
  void delete(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    editor.delete(user, id);
  }

  @PostMapping("/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Access(company = ADMIN, scope = Scope.ADMIN, admin = true)
  @Operation(
      summary = "Check now",
      description = "One monitor, or without endpointId all of them, out of turn.")
  ApiData<Asked> check(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID endpointId) {
    return ApiData.of(
        new Asked(editor.checkNow(user, endpointId == null ? Set.of() : Set.of(endpointId))));
  }

  @GetMapping("/endpoints/{id}/checks")
  @Operation(summary = "The latest checks, newest first, with the time each phase took")
  ApiData<List<Stored>> checks(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, PageRequest page) {
    return ApiData.of(editor.checks(user, id, page.limit(), page.offset()));
  }

  @GetMapping("/endpoints/{id}/changes")
  @Operation(summary = "When the monitor began to do otherwise, newest first")
  ApiData<List<MonitorStateChanged>> changes(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, PageRequest page) {
    editor.find(user, id);
    return ApiData.of(monitors.changes(id, page.limit()));
  }

  @GetMapping("/endpoints/{id}/uptime")
  @Operation(
      summary = "Uptime and response times by period",
      description =
          "Uptime is time up divided by time up and down; maintenance and time that nobody looked"
              + " are in neither, and coverage says how much was seen.")
  ApiData<List<UptimeFigures>> uptime(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "daily") String period,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until) {
    editor.find(user, id);
    var kind = period(period);
    Instant end = until == null ? clock.instant() : until;
    Instant start = from == null ? end.minus(Duration.ofDays(90)) : from;
    if (start.isAfter(end)
        || kind == UptimePeriod.HOURLY && start.isBefore(end.minus(Duration.ofHours(MOST_PERIODS)))
        || start.isBefore(end.minus(Duration.ofDays(MOST_PERIODS)))) {
      throw ApiProblem.invalid(
          "from", "must be before until, and at most " + MOST_PERIODS + " periods");
    }
    return ApiData.of(uptime.by(kind, List.of(id), start, end).getOrDefault(id, List.of()));
  }

  private ApiData<MonitorView> view(Monitor monitor) {
    var status = monitors.statuses(List.of(monitor)).get(monitor.id());
    return ApiData.of(MonitorView.of(monitor, Objects.requireNonNull(status)));
  }

  private static UptimePeriod period(String text) {
    try {
      return UptimePeriod.of(text);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("period", "must be hourly, daily, weekly or monthly");
    }
  }
}
