package dev.hitlai.notifications.web.api;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.notifications.internal.webhooks.Deliveries;
import dev.hitlai.notifications.internal.webhooks.Deliveries.Delivered;
import dev.hitlai.notifications.internal.webhooks.Endpoints;
import dev.hitlai.notifications.internal.webhooks.Endpoints.Endpoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's webhooks and what was delivered to them. */
@RestController
@RequestMapping("/api/company/webhooks")
@Access(company = ADMIN, scope = Scope.ADMIN)
@Tag(name = "Webhooks")
class WebhooksController {
  private final Endpoints endpoints;
  private final Deliveries deliveries;

  WebhooksController(Endpoints endpoints, Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  /** A webhook to make. */
  record NewWebhook(
      @NotBlank @Size(max = 2048) String url,
      @Nullable @Size(max = 200) String description,
      @NotEmpty @Size(max = 50) List<@NotNull String> events) {}

  /** What changes; what isn't sent stays as it is. */
  record WebhookChange(
      @Nullable @Size(max = 2048) String url,
      @Nullable @Size(max = 200) String description,
      @Nullable @Size(max = 50) List<@NotNull String> events,
      @Nullable Boolean active) {}

  /**
   * @param secret that signs deliveries, shown this once
   */
  record MadeWebhook(Endpoint webhook, String secret) {
    static MadeWebhook of(Endpoints.Made made) {
      return new MadeWebhook(made.endpoint(), made.secret());
    }
  }

  /**
   * @param id of the delivery, to be found in the list
   */
  record Sent(UUID id) {}

  @GetMapping
  @Operation(summary = "List the webhooks")
  ApiData<List<Endpoint>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(endpoints.of(user.requireCompany()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Add a webhook",
      description =
          "Deliveries follow the Standard Webhooks specification. The secret that signs them is"
              + " shown in this answer only.")
  ApiData<MadeWebhook> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewWebhook body) {
    String description = body.description() == null ? "" : body.description();
    return ApiData.of(MadeWebhook.of(endpoints.make(user, body.url(), description, body.events())));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One webhook")
  ApiData<Endpoint> one(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(endpoints.find(user.requireCompany(), id));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Change a webhook, or switch it off and on")
  ApiData<Endpoint> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody WebhookChange body) {
    return ApiData.of(
        endpoints.change(
            user,
            id,
            new Endpoints.Change(body.url(), body.description(), body.events(), body.active())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a webhook and the log of its deliveries")
  void delete(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    endpoints.delete(user, id);
  }

  @PostMapping("/{id}/secret")
  @Operation(
      summary = "Make a new secret",
      description = "Deliveries are signed with it at once. It is shown in this answer only.")
  ApiData<MadeWebhook> secret(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(MadeWebhook.of(endpoints.renewSecret(user, id)));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send a test event",
      description = "The event webhook.test, tried once, also while the webhook is off.")
  ApiData<Sent> test(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(new Sent(deliveries.test(user, id)));
  }

  @GetMapping("/{id}/deliveries")
  @Operation(summary = "What was delivered, the latest first")
  ApiList<Delivered> deliveries(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, PageRequest page) {
    UUID company = user.requireCompany();
    endpoints.find(company, id);
    return ApiList.of(
        deliveries.list(company, id, page.limit(), page.offset()),
        deliveries.count(company, id),
        page);
  }

  @PostMapping("/{id}/deliveries/{delivery}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send a delivery again",
      description = "Under the same webhook-id, so that receivers notice the repetition.")
  ApiData<Sent> resend(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @PathVariable UUID delivery) {
    return ApiData.of(new Sent(deliveries.resend(user, id, delivery)));
  }
}
