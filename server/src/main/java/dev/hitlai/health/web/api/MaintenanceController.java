package dev.hitlai.health.web.api;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.health.internal.maintenance.Maintenance;
import dev.hitlai.health.internal.maintenance.Maintenance.Shown;
import dev.hitlai.health.internal.maintenance.Window;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Planned work for administrators' programs. */
@RestController
@RequestMapping("/api/health/maintenance")
@Access(admin = true)
@Tag(name = "Maintenance")
class MaintenanceController {
  private final Maintenance maintenance;

  MaintenanceController(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  /**
   * Planned work.
   *
   * @param affected ids or endpoints of the platform's monitors; none means all
   * @param impact full_outage, partial_outage, degraded_performance or no_impact
   */
  record Plan(
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 4000) String description,
      @Nullable @Size(max = 500) List<@NotNull @Size(max = 500) String> affected,
      @NotBlank String impact,
      @NotNull Instant start,
      @NotNull Instant end,
      @Nullable @Size(max = 4000) String publicMessage,
      @Nullable @Size(max = 10_000) String internalNotes) {
    Maintenance.Wish wish() {
      return new Maintenance.Wish(
          title,
          text(description),
          affected == null ? List.of() : affected,
          impact,
          start,
          end,
          text(publicMessage),
          text(internalNotes));
    }

    private static String text(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  @GetMapping
  @Operation(
      summary = "List maintenance windows",
      description = "status: open (scheduled and in progress), past or all.")
  ApiList<Window> list(@RequestParam(defaultValue = "all") String status, PageRequest page) {
    Shown shown =
        switch (status) {
          case "all" -> Shown.ALL;
          case "open" -> Shown.OPEN;
          case "past" -> Shown.PAST;
          default -> throw ApiProblem.invalid("status", "must be open, past or all");
        };
    return ApiList.of(
        maintenance.list(shown, page.limit(), page.offset()), maintenance.count(shown), page);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Plan maintenance",
      description =
          "Subscribers are told. Of a time that has passed it is only entered, and uptime is"
              + " counted anew.")
  ApiData<Window> plan(@AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Plan body) {
    return ApiData.of(maintenance.plan(user, body.wish()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One maintenance window")
  ApiData<Window> one(@PathVariable UUID id) {
    return ApiData.of(maintenance.find(id));
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Change a maintenance window",
      description = "Of work that is over the times are what really was.")
  ApiData<Window> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Plan body) {
    return ApiData.of(maintenance.change(user, id, body.wish()));
  }

  @PostMapping("/{id}/begin")
  @Operation(summary = "Begin scheduled maintenance now")
  ApiData<Window> begin(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(maintenance.begin(user, id));
  }

  @PostMapping("/{id}/end")
  @Operation(summary = "End maintenance in progress now")
  ApiData<Window> end(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(maintenance.end(user, id));
  }

  @PostMapping("/{id}/cancel")
  @Operation(summary = "Cancel scheduled maintenance")
  ApiData<Window> cancel(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(maintenance.cancel(user, id));
  }
}
