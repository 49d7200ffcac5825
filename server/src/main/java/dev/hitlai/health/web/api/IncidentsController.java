package dev.hitlai.health.web.api;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.health.internal.incidents.Incident;
import dev.hitlai.health.internal.incidents.Incidents;
import dev.hitlai.health.internal.incidents.Incidents.Shown;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents for administrators' programs. */
@RestController
@RequestMapping("/api/health/incidents")
@Access(admin = true)
@Tag(name = "Incidents")
class IncidentsController {
  private final Incidents incidents;

  IncidentsController(Incidents incidents) {
    this.incidents = incidents;
  }

  /**
   * An incident to open.
   *
   * @param type downtime, degraded_performance, high_error_rate or timeout
   * @param severity critical, major, minor or maintenance
   * @param monitorIds of the platform's monitors
   */
  record NewIncident(
      @NotBlank @Size(max = 200) String title,
      @NotBlank String type,
      @NotBlank String severity,
      @Nullable @Size(max = 2000) String impact,
      @NotBlank @Size(max = 4000) String message,
      @Nullable @Size(max = 500) List<@NotNull UUID> monitorIds,
      @Nullable Boolean isPublic,
      @Nullable Instant startedAt) {}

  /** What changes; what isn't sent stays as it is. */
  record IncidentChange(
      @Nullable @Size(max = 200) String title,
      @Nullable String type,
      @Nullable String severity,
      @Nullable @Size(max = 2000) String impact,
      @Nullable @Min(0) @Max(1_000_000_000) Integer affectedUsers,
      @Nullable @Min(0) @Max(1_000_000_000) Integer affectedCompanies,
      @Nullable @Size(max = 10_000) String internalNotes,
      @Nullable Boolean isPublic) {}

  /**
   * @param status investigating, identified, monitoring or resolved
   * @param isPublic whether the status page shows it and subscribers are told
   */
  record NewUpdate(
      @NotBlank String status,
      @NotBlank @Size(max = 4000) String message,
      @Nullable Boolean isPublic) {}

  /**
   * @param ownerId an administrator; null for nobody in particular
   */
  record Owner(@Nullable UUID ownerId) {}

  /**
   * @param into the incident that goes on
   */
  record Merge(@NotNull UUID into) {}

  /** What was learnt. */
  record Postmortem(
      @NotBlank @Size(max = 10_000) String rootCause,
      @NotBlank @Size(max = 10_000) String resolutionSteps,
      @Nullable Boolean publish) {}

  /** An incident with what was said, what it affects and what the checks saw. */
  record Whole(
      Incident incident,
      List<Incident.Update> updates,
      List<Incident.Affected> affected,
      List<Incident.Seen> seen) {}

  @GetMapping
  @Operation(
      summary = "List incidents",
      description = "Open ones first, then the latest. status: open, resolved or all.")
  ApiList<Incident> list(@RequestParam(defaultValue = "all") String status, PageRequest page) {
    Shown shown =
        switch (status) {
          case "all" -> Shown.ALL;
          case "open" -> Shown.OPEN;
          case "resolved" -> Shown.RESOLVED;
          default -> throw ApiProblem.invalid("status", "must be open, resolved or all");
        };
    return ApiList.of(
        incidents.list(shown, page.limit(), page.offset()), incidents.count(shown), page);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Open an incident",
      description = "Administrators are told; of a public one subscribers and programs, too.")
  ApiData<Incident> open(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewIncident body) {
    return ApiData.of(
        incidents.open(
            user,
            new Incidents.NewIncident(
                body.title(),
                body.type(),
                body.severity(),
                body.impact() == null ? "" : body.impact(),
                body.message(),
                body.monitorIds() == null ? List.of() : body.monitorIds(),
                Boolean.TRUE.equals(body.isPublic()),
                body.startedAt())));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One incident with its timeline")
  ApiData<Whole> one(@PathVariable UUID id) {
    return ApiData.of(
        new Whole(
            incidents.find(id), incidents.updates(id), incidents.affected(id), incidents.seen(id)));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Change what is known of an incident")
  ApiData<Incident> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody IncidentChange body) {
    return ApiData.of(
        incidents.change(
            user,
            id,
            new Incidents.Change(
                body.title(),
                body.type(),
                body.severity(),
                body.impact(),
                body.affectedUsers(),
                body.affectedCompanies(),
                body.internalNotes(),
                body.isPublic())));
  }

  @PostMapping("/{id}/updates")
  @Operation(
      summary = "Say something about an incident, and move its status",
      description = "What is resolved stays so.")
  ApiData<Incident> say(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody NewUpdate body) {
    return ApiData.of(
        incidents.say(
            user, id, body.status(), body.message(), Boolean.TRUE.equals(body.isPublic())));
  }

  @PostMapping("/{id}/owner")
  @Operation(summary = "Say who looks after an incident, and is reminded of it")
  ApiData<Incident> giveTo(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Owner body) {
    return ApiData.of(incidents.giveTo(user, id, body.ownerId()));
  }

  @PostMapping("/{id}/merge")
  @Operation(
      summary = "Merge an incident into another",
      description = "Both are open. The answer is the one that goes on.")
  ApiData<Incident> merge(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Merge body) {
    return ApiData.of(incidents.merge(user, id, body.into()));
  }

  @PostMapping("/{id}/postmortem")
  @Operation(summary = "Write what was learnt from a resolved incident")
  ApiData<Incident> postmortem(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Postmortem body) {
    return ApiData.of(
        incidents.postmortem(
            user,
            id,
            body.rootCause(),
            body.resolutionSteps(),
            Boolean.TRUE.equals(body.publish())));
  }
}
