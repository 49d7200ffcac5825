package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.ConstitutionDecisions;
import dev.hitlai.alignment.internal.constitution.Violations;
import dev.hitlai.alignment.internal.gates.GateRows;
import dev.hitlai.alignment.internal.safety.AiStops;
import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Violations, decisions, gates and the switch that stops all AI, for programs. */
@RestController
@Tag(name = "Constitution")
class AlignmentApi {
  private static final int STOPS = 20;

  private final Violations violations;
  private final ConstitutionDecisions decisions;
  private final GateRows gates;
  private final AiStops stops;

  AlignmentApi(
      Violations violations, ConstitutionDecisions decisions, GateRows gates, AiStops stops) {
    this.violations = violations;
    this.decisions = decisions;
    this.gates = gates;
    this.stops = stops;
  }

  @Operation(summary = "Violations of rules, newest first")
  @GetMapping("/api/admin/violations")
  @Access(admin = true)
  ApiList<Violations.Violation> violations(
      @RequestParam(defaultValue = "open") String status, PageRequest page) {
    return ApiList.of(
        violations.list(status, null, page.limit(), page.offset()),
        violations.count(status, null),
        page);
  }

  /** Why a violation is settled. */
  record Resolution(@Nullable String notes) {}

  @Operation(summary = "Settle a violation")
  @PostMapping("/api/admin/violations/{id}/resolve")
  @Access(admin = true)
  ApiData<String> resolve(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody Resolution body) {
    violations.resolve(user, id, body.notes() == null ? "" : body.notes());
    return ApiData.of("resolved");
  }

  /** A past decision and what the rules of its time say of the same facts. */
  record Replayed(
      UUID id,
      String checkpoint,
      String subject,
      long revision,
      String effect,
      String again,
      boolean same,
      List<String> fired) {}

  @Operation(
      summary = "Judge a past decision again",
      description = "By the rules of its time, on the facts that were kept with it.")
  @GetMapping("/api/admin/decisions/{id}/replay")
  @Access(admin = true)
  ApiData<Replayed> replay(@PathVariable UUID id) {
    var replay = decisions.replay(id);
    var kept = replay.decision();
    return ApiData.of(
        new Replayed(
            kept.id(),
            kept.checkpoint().code(),
            kept.subject(),
            kept.revision(),
            kept.effect().code(),
            replay.again().code(),
            replay.same(),
            replay.fired()));
  }

  @Operation(
      summary = "What the quality gates said of a run's findings",
      description = "Also of those that were held back.")
  @GetMapping("/api/test-runs/{id}/gates")
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ, admin = true)
  ApiData<GateRows.Summary> gates(@PathVariable UUID id) {
    return ApiData.of(gates.ofRun(id));
  }

  /** Whether AI is stopped, and when it was. */
  record Switch(boolean stopped, @Nullable String reason, List<AiStops.Stop> stops) {}

  @Operation(summary = "Whether all AI is stopped")
  @GetMapping("/api/admin/kill-switch")
  @Access(admin = true)
  ApiData<Switch> look() {
    var current = stops.current();
    return ApiData.of(
        new Switch(
            current.isPresent(),
            current.map(AiStops.Stop::reason).orElse(null),
            stops.list(STOPS)));
  }

  /** Why. */
  record Stopping(@Nullable String reason) {}

  @Operation(
      summary = "Stop all AI",
      description = "In every server within two seconds; people go on.")
  @PostMapping("/api/admin/kill-switch")
  @Access(admin = true)
  ApiData<Switch> stop(@AuthenticationPrincipal CurrentUser user, @RequestBody Stopping body) {
    stops.stop(user, body.reason() == null ? "" : body.reason());
    return look();
  }

  /** Why it is safe. */
  record Lifting(@Nullable String reasoning) {}

  @Operation(
      summary = "Let AI act again",
      description = "The reasoning is kept as a decision of the safety board.")
  @PostMapping("/api/admin/kill-switch/lift")
  @Access(admin = true)
  ApiData<Switch> lift(@AuthenticationPrincipal CurrentUser user, @RequestBody Lifting body) {
    stops.lift(user, body.reasoning() == null ? "" : body.reasoning());
    return look();
  }
}
