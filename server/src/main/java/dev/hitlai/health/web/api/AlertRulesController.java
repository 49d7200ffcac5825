package dev.hitlai.health.web.api;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.PageRequest;
import dev.hitlai.health.internal.alerts.Alarms;
import dev.hitlai.health.internal.alerts.AlertRules;
import dev.hitlai.health.internal.alerts.DryRun;
import dev.hitlai.health.internal.alerts.Firing;
import dev.hitlai.health.internal.alerts.TestFire;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alert rules and what they fired, for administrators' programs. */
@RestController
@RequestMapping("/api/health/alert-rules")
@Access(admin = true)
@Tag(name = "Alert rules")
class AlertRulesController {
  private final AlertRules rules;
  private final Alarms alarms;
  private final DryRun dryRun;
  private final TestFire testFire;

  AlertRulesController(AlertRules rules, Alarms alarms, DryRun dryRun, TestFire testFire) {
    this.rules = rules;
    this.alarms = alarms;
    this.dryRun = dryRun;
    this.testFire = testFire;
  }

  /**
   * @param webhookSecret that signs what the rule sends, shown this once; null when there is no new
   *     one
   */
  record SavedRule(RuleView rule, @Nullable String webhookSecret) {
    static SavedRule of(AlertRules.Saved saved) {
      return new SavedRule(RuleView.of(saved.rule()), saved.webhookSecret());
    }
  }

  /**
   * A rule to be tried.
   *
   * @param hours of the past
   */
  record Trial(@NotNull @Valid RuleBody rule, @Nullable @Min(1) @Max(168) Integer hours) {}

  @GetMapping
  @Operation(summary = "List the alert rules")
  ApiData<List<RuleView>> list() {
    return ApiData.of(rules.all().stream().map(RuleView::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make an alert rule",
      description =
          "Without addresses and users mail goes to all administrators. Webhooks get our JSON, or"
              + " that of Prometheus' Alertmanager; both are signed.")
  ApiData<SavedRule> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody RuleBody body) {
    return ApiData.of(SavedRule.of(rules.make(user, body.wish())));
  }

  @GetMapping("/history")
  @Operation(
      summary = "What rules fired, the latest first",
      description = "Each with the value that fired it. ruleId: of one rule only.")
  ApiList<Firing> history(@RequestParam(required = false) @Nullable UUID ruleId, PageRequest page) {
    return ApiList.of(
        alarms.history(ruleId, page.limit(), page.offset()), alarms.count(ruleId), page);
  }

  @PostMapping("/dry-run")
  @Operation(
      summary = "Try a rule over the past",
      description =
          "Says when it would have fired in the last hours (24 when not given); nothing is stored"
              + " and nobody is told.")
  ApiData<DryRun.Result> tryOut(@Valid @RequestBody Trial body) {
    int hours = body.hours() == null ? 24 : body.hours();
    return ApiData.of(dryRun.of(body.rule().wish(), hours));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One alert rule")
  ApiData<RuleView> one(@PathVariable UUID id) {
    return ApiData.of(RuleView.of(rules.find(id)));
  }

  @PutMapping("/{id}")
  @Operation(summary = "Change an alert rule", description = "What it fires by old terms ends.")
  ApiData<SavedRule> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody RuleBody body) {
    return ApiData.of(SavedRule.of(rules.change(user, id, body.wish())));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete an alert rule", description = "What it fired stays in the history.")
  void delete(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    rules.delete(user, id);
  }

  /**
   * @param hours 0 to 168; 0 ends it
   */
  record Snooze(@NotNull @Min(0) @Max(168) Integer hours) {}

  @PostMapping("/{id}/snooze")
  @Operation(
      summary = "Have an alert rule tell nobody for some hours",
      description =
          "It goes on firing in the history; what fires still is told afterwards. 0 hours end it.")
  ApiData<RuleView> snooze(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Snooze body) {
    return ApiData.of(RuleView.of(rules.snooze(user, id, body.hours())));
  }

  @PostMapping("/history/{firingId}/acknowledgement")
  @Operation(
      summary = "Say that you look after an alarm",
      description = "409 when it is over, or when somebody else looks after it already.")
  ApiData<Firing> acknowledge(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID firingId) {
    return ApiData.of(rules.acknowledge(user, firingId));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Fire a rule as a test",
      description = "Whoever it alarms gets an alarm that says that it is a test.")
  ApiData<Firing> test(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return ApiData.of(testFire.fire(user, id));
  }
}
