package dev.hitlai.redteam.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.DeploymentGate;
import dev.hitlai.redteam.TargetSource;
import dev.hitlai.redteam.internal.store.Campaigns;
import dev.hitlai.redteam.internal.store.Campaigns.Campaign;
import dev.hitlai.redteam.internal.store.Campaigns.Format;
import dev.hitlai.redteam.internal.store.Targets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns of the red team, for administrators. */
@RestController
@RequestMapping("/api/admin/red-team")
@Access(admin = true)
@Tag(name = "Red team")
class RedTeamApi {
  private final Campaigns campaigns;
  private final Targets targets;
  private final DeploymentGate gate;
  private final Clock clock;

  RedTeamApi(Campaigns campaigns, Targets targets, DeploymentGate gate, Clock clock) {
    this.campaigns = campaigns;
    this.targets = targets;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * A campaign to start.
   *
   * @param target as the list of targets names it
   * @param categories none: all six
   * @param strategies none: all
   * @param prompts pairs of attack and strategy, 200 when missing
   * @param generations answers to each, 5 when missing
   * @param seed the same seed draws the same prompts; taken from the time when missing
   */
  record CampaignBody(
      @Nullable String target,
      @Nullable List<String> categories,
      @Nullable List<String> strategies,
      @Nullable Integer prompts,
      @Nullable Integer generations,
      @Nullable Long seed) {
    CampaignPlan plan(long otherwise) {
      return new CampaignForm(categories, strategies, prompts, generations, seed).plan(otherwise);
    }
  }

  @GetMapping("/targets")
  @Operation(summary = "What can be attacked")
  ApiData<List<TargetSource.Named>> targets() {
    return ApiData.of(targets.all());
  }

  @GetMapping("/targets/{name}/gate")
  @Operation(
      summary = "Whether a target may be deployed",
      description =
          "Rests on the last campaign over all categories and on open critical weaknesses.")
  ApiData<DeploymentGate.Answer> gate(@PathVariable String name) {
    return ApiData.of(gate.ask(name));
  }

  @GetMapping("/campaigns")
  @Operation(summary = "Campaigns, the latest first")
  ApiList<Campaign> list(@RequestParam(defaultValue = "") String target, PageRequest page) {
    return ApiList.of(
        campaigns.list(target, page.limit(), page.offset()), campaigns.count(target), page);
  }

  @PostMapping("/campaigns")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Attack a target",
      description = "A background job; 409 while the target is under attack already.")
  ApiData<Campaign> start(
      @AuthenticationPrincipal CurrentUser user, @RequestBody CampaignBody body) {
    var target = body.target();
    if (target == null || target.isBlank()) {
      throw ApiProblem.invalid("target", "Choose a target.");
    }
    return ApiData.of(
        campaigns.start(
            target, body.plan(clock.millis()), Campaigns.Cause.ON_DEMAND, user.userId()));
  }

  @GetMapping("/campaigns/{id}")
  @Operation(summary = "A campaign with its figures")
  ApiData<Campaign> one(@PathVariable UUID id) {
    return ApiData.of(campaigns.find(id));
  }

  @GetMapping("/campaigns/{id}/report")
  @Operation(
      summary = "The report of a campaign",
      description = "As json, sarif (code scanning) or junit (a test case for each prompt).")
  ResponseEntity<String> report(
      @PathVariable UUID id, @RequestParam(defaultValue = "json") String format) {
    var wanted = format(format);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(wanted.mediaType() + ";charset=UTF-8"))
        .body(campaigns.report(id, wanted));
  }

  static Format format(String word) {
    try {
      return Format.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw ApiProblem.invalid("format", "must be json, sarif or junit");
    }
  }
}
