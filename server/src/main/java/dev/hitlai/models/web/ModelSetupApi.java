package dev.hitlai.models.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.models.internal.Budgets;
import dev.hitlai.models.internal.InferenceLog;
import dev.hitlai.models.internal.Providers;
import dev.hitlai.models.internal.Registry;
import dev.hitlai.models.internal.Trials;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
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

/** Setting models up, and what they cost, for programs of administrators. */
@RestController
@RequestMapping("/api/admin")
@Tag(name = "Models")
@Access(admin = true)
class ModelSetupApi {
  private static final int MOST = 100;

  private final Providers providers;
  private final Registry registry;
  private final Trials trials;
  private final InferenceLog log;
  private final Budgets budgets;

  ModelSetupApi(
      Providers providers, Registry registry, Trials trials, InferenceLog log, Budgets budgets) {
    this.providers = providers;
    this.registry = registry;
    this.trials = trials;
    this.log = log;
    this.budgets = budgets;
  }

  @Operation(
      summary = "Services that run models",
      description = "Keys show their last letters only.")
  @GetMapping("/model-providers")
  ApiData<List<Providers.Provider>> providers() {
    return ApiData.of(providers.all());
  }

  @Operation(summary = "Add a service that runs models")
  @PostMapping("/model-providers")
  @ResponseStatus(HttpStatus.CREATED)
  ApiData<Providers.Provider> addProvider(
      @AuthenticationPrincipal CurrentUser user, @RequestBody ProviderForm form) {
    return ApiData.of(providers.add(form.read(), null, user.userId()));
  }

  @Operation(summary = "Change a service that runs models")
  @PutMapping("/model-providers/{id}")
  ApiData<Providers.Provider> changeProvider(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody ProviderForm form) {
    return ApiData.of(providers.change(id, form.read(), user.userId()));
  }

  /**
   * @param key empty forgets it
   */
  record Key(@NotNull String key) {}

  @Operation(summary = "Set the key of a service", description = "It is encrypted and never shown.")
  @PutMapping("/model-providers/{id}/key")
  ApiData<Providers.Provider> setKey(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Key key) {
    String given = key.key().isBlank() ? null : key.key();
    return ApiData.of(providers.setKey(id, given, user.userId()));
  }

  @Operation(summary = "Registered versions of models")
  @GetMapping("/model-versions")
  ApiData<List<Registry.Entry>> versions() {
    return ApiData.of(registry.all());
  }

  @Operation(
      summary = "Register a version of a model",
      description = "Prices are US dollars for a million tokens.")
  @PostMapping("/model-providers/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  ApiData<Registry.Entry> addVersion(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody VersionForm form) {
    return ApiData.of(registry.add(id, form.read(), user.userId()));
  }

  @Operation(summary = "Change a registered version; its name stays")
  @PutMapping("/model-versions/{id}")
  ApiData<Registry.Entry> changeVersion(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody VersionForm form) {
    return ApiData.of(registry.change(id, form.read(), user.userId()));
  }

  @Operation(summary = "Try a version by one tiny real call")
  @PostMapping("/model-versions/{id}/test")
  ApiData<Registry.Trial> test(@PathVariable UUID id) {
    return ApiData.of(trials.of(id));
  }

  /**
   * @param inRouting whether it is asked without being named
   * @param reason why not
   */
  record Routing(@NotNull Boolean inRouting, @Nullable String reason) {}

  @Operation(summary = "Take a version out of routing, or put it back")
  @PutMapping("/model-versions/{id}/routing")
  ApiData<Registry.Entry> route(@PathVariable UUID id, @Valid @RequestBody Routing routing) {
    String key = registry.find(id).key();
    if (routing.inRouting()) {
      registry.putIntoRouting(key);
    } else {
      registry.takeOutOfRouting(key, routing.reason() == null ? "" : routing.reason());
    }
    return ApiData.of(registry.find(id));
  }

  /** What models did. */
  record Inference(
      List<InferenceLog.Summary> summary,
      List<InferenceLog.Call> calls,
      List<InferenceLog.BreakerState> breakers,
      List<Budgets.Limit> limits,
      Budgets.Use today) {}

  @Operation(
      summary = "Calls of models with tokens, cost and latency; breakers and budgets",
      description = "The latest calls first; figures are of the last days.")
  @GetMapping("/inference")
  ApiData<Inference> inference(
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "false") boolean flagged) {
    var filter = new InferenceLog.Filter(null, null, flagged);
    return ApiData.of(
        new Inference(
            log.summary(Duration.ofDays(Math.clamp(days, 1, 365))),
            log.calls(filter, Math.clamp(limit, 1, MOST), Math.max(0, offset)),
            log.breakers(),
            budgets.limits(),
            budgets.today()));
  }

  /**
   * @param scope run, company or day
   * @param companyId null for everybody's
   * @param limitUsd null for the usual one
   */
  record Budget(@NotNull String scope, @Nullable UUID companyId, @Nullable BigDecimal limitUsd) {}

  @Operation(
      summary = "Set what models may cost",
      description = "A hard limit, from the next call on.")
  @PutMapping("/model-budgets")
  ApiData<List<Budgets.Limit>> setBudget(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Budget wanted) {
    if (wanted.limitUsd() != null && wanted.limitUsd().scale() > 4) {
      throw ApiProblem.invalid("limitUsd", "has four decimals at most");
    }
    budgets.set(
        Budgets.scope(wanted.scope()), wanted.companyId(), wanted.limitUsd(), user.userId());
    return ApiData.of(budgets.limits());
  }
}
