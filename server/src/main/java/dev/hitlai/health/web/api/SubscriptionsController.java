package dev.hitlai.health.web.api;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.api.RateLimited;
import dev.hitlai.health.internal.subscriptions.Subscription;
import dev.hitlai.health.internal.subscriptions.SubscriptionAdmin;
import dev.hitlai.health.internal.subscriptions.SubscriptionAdmin.Shown;
import dev.hitlai.health.internal.subscriptions.SubscriptionWish;
import dev.hitlai.health.internal.subscriptions.Subscriptions;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions to the status page: anybody asks for one, administrators see them all. */
@RestController
@RequestMapping("/api/health/subscriptions")
@Access(admin = true)
@Tag(name = "Status subscriptions")
class SubscriptionsController {
  private final Subscriptions subscriptions;
  private final SubscriptionAdmin admin;

  SubscriptionsController(Subscriptions subscriptions, SubscriptionAdmin admin) {
    this.subscriptions = subscriptions;
    this.admin = admin;
  }

  /**
   * What somebody wants to hear of; either an address or a webhook.
   *
   * @param monitorIds of the status page; none means all
   * @param minSeverity critical, major, minor or maintenance
   */
  record NewSubscription(
      @Nullable @Size(max = 320) String email,
      @Nullable @Size(max = 2048) String webhookUrl,
      @Nullable @Size(max = 200) List<@NotNull UUID> monitorIds,
      @Nullable Boolean incidents,
      @Nullable Boolean maintenance,
      @Nullable Boolean resolution,
      @Nullable String minSeverity) {
    SubscriptionWish wish() {
      return new SubscriptionWish(
          email,
          webhookUrl,
          monitorIds == null ? List.of() : monitorIds,
          incidents == null || incidents,
          maintenance == null || maintenance,
          resolution == null || resolution,
          minSeverity == null ? "minor" : minSeverity);
    }
  }

  /** What a confirmation carries, or the end of an unsubscribe link. */
  record Token(@NotBlank @Size(max = 200) String token) {}

  @PostMapping
  @Access(everyone = true)
  @RateLimited(value = 100, per = ChronoUnit.HOURS, byAddress = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask to hear of incidents and maintenance",
      description =
          "It begins when it is confirmed: by the link in a mail, or of a webhook by the token that"
              + " is sent there. The secret that signs deliveries is shown in this answer only.")
  ApiData<Subscriptions.Asked> ask(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @Valid @RequestBody NewSubscription body) {
    return ApiData.of(subscriptions.ask(body.wish(), user));
  }

  @PostMapping("/confirmation")
  @Access(everyone = true)
  @Operation(summary = "Confirm a subscription")
  ApiData<Subscription> confirm(@Valid @RequestBody Token body) {
    return ApiData.of(subscriptions.confirm(body.token()));
  }

  @PostMapping("/end")
  @Access(everyone = true)
  @Operation(summary = "End a subscription by the token of its unsubscribe link")
  ApiData<Subscription> end(@Valid @RequestBody Token body) {
    return ApiData.of(subscriptions.end(body.token()));
  }

  @GetMapping
  @Operation(
      summary = "List subscriptions",
      description = "status: all, told, unconfirmed, paused or ended.")
  ApiList<Subscription> list(@RequestParam(defaultValue = "all") String status, PageRequest page) {
    Shown shown =
        Arrays.stream(Shown.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(status))
            .findFirst()
            .orElseThrow(
                () ->
                    ApiProblem.invalid(
                        "status", "must be all, told, unconfirmed, paused or ended"));
    return ApiList.of(admin.list(shown, page.limit(), page.offset()), admin.count(shown), page);
  }

  @PostMapping("/{id}/pause")
  @Operation(summary = "Stop telling a subscriber for a while")
  ApiData<Subscription> pause(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(admin.pause(user, id));
  }

  @PostMapping("/{id}/resume")
  @Operation(summary = "Tell a paused subscriber again")
  ApiData<Subscription> resume(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(admin.resume(user, id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a subscription")
  void delete(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    admin.delete(user, id);
  }
}
