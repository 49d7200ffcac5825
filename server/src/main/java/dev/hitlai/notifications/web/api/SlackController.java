package dev.hitlai.notifications.web.api;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.notifications.internal.webhooks.Deliveries;
import dev.hitlai.notifications.internal.webhooks.Endpoints;
import dev.hitlai.notifications.internal.webhooks.Endpoints.Endpoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's channel in Slack. */
@RestController
@RequestMapping("/api/company/slack")
@Access(company = ADMIN, scope = Scope.ADMIN)
@Tag(name = "Webhooks")
class SlackController {
  private final Endpoints endpoints;
  private final Deliveries deliveries;

  SlackController(Endpoints endpoints, Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  /**
   * @param url of an incoming webhook; null keeps the one that is known
   */
  record SlackChannel(
      @Nullable @Size(max = 2048) String url,
      @NotEmpty @Size(max = 50) List<@NotNull String> events,
      @Nullable Boolean active) {}

  /**
   * @param id of the delivery
   */
  record Sent(UUID id) {}

  @GetMapping
  @Operation(summary = "The Slack channel", description = "Its address is never shown in full.")
  ApiData<Endpoint> channel(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        endpoints
            .slack(user.requireCompany())
            .orElseThrow(() -> ApiProblem.notFound("The company has no Slack channel.")));
  }

  @PutMapping
  @Operation(summary = "Connect a Slack channel, or change what it hears of")
  ApiData<Endpoint> set(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody SlackChannel body) {
    boolean active = body.active() == null || body.active();
    return ApiData.of(endpoints.setSlack(user, body.url(), body.events(), active));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Disconnect the Slack channel")
  void remove(@AuthenticationPrincipal CurrentUser user) {
    endpoints.removeSlack(user);
  }

  @PostMapping("/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send a message to the Slack channel to try it out")
  ApiData<Sent> test(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(new Sent(deliveries.testSlack(user)));
  }
}
