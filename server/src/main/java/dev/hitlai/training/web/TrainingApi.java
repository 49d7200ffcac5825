package dev.hitlai.training.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.data.Batches;
import dev.hitlai.training.internal.data.ExportFormat;
import dev.hitlai.training.internal.data.TrainingData;
import dev.hitlai.training.internal.registry.Deployments;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import dev.hitlai.training.internal.registry.Examples;
import dev.hitlai.training.internal.registry.ModelStore;
import dev.hitlai.training.internal.registry.TrainingJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Training data, trainings and versions, for programs of administrators. */
@RestController
@Tag(name = "Learning")
class TrainingApi {
  private final TrainingData data;
  private final Batches batches;
  private final TrainingJobs jobs;
  private final ModelStore models;
  private final Deployments deployments;
  private final Examples examples;

  TrainingApi(
      TrainingData data,
      Batches batches,
      TrainingJobs jobs,
      ModelStore models,
      Deployments deployments,
      Examples examples) {
    this.data = data;
    this.batches = batches;
    this.jobs = jobs;
    this.models = models;
    this.deployments = deployments;
    this.examples = examples;
  }

  record Learning(int judgedFindings, List<ModelStore.Version> versions) {}

  @Operation(summary = "What could be learnt from, and the versions there are")
  @GetMapping("/api/training/stats")
  @Access(admin = true)
  ApiData<Learning> stats() {
    return ApiData.of(new Learning(examples.available(null), models.all(20)));
  }

  record DataStats(TrainingData.Stats overall, Map<String, Integer> byModelType) {}

  @Operation(summary = "How many examples there are of each sort")
  @GetMapping("/api/admin/training-data/stats")
  @Access(admin = true)
  ApiData<DataStats> dataStats() {
    int judged = examples.available(null);
    return ApiData.of(
        new DataStats(
            data.stats(), Map.of("calibrator", judged, "severity", judged, "reward", judged)));
  }

  record BatchBody(
      @Nullable String name, @Nullable Double minQuality, @Nullable Boolean verifiedOnly) {}

  @Operation(
      summary = "Put a batch of examples together",
      description = "409 `INSUFFICIENT_DATA` while fewer than ten examples pass.")
  @PostMapping("/api/admin/training-data/batches")
  @ResponseStatus(HttpStatus.CREATED)
  @Access(admin = true)
  ApiData<Batches.Batch> batch(
      @AuthenticationPrincipal CurrentUser user, @RequestBody BatchBody body) {
    return ApiData.of(
        batches.make(
            Objects.toString(body.name(), ""),
            body.minQuality() == null ? 75 : body.minQuality(),
            Boolean.TRUE.equals(body.verifiedOnly()),
            user.userId()));
  }

  @Operation(
      summary = "A batch as a file for tuning services, one JSON object a line",
      description = "The same bytes each time. Formats: sft, openai, dpo, kto, stepwise, reward.")
  @GetMapping(
      value = "/api/admin/training-data/export",
      produces = MediaType.APPLICATION_NDJSON_VALUE)
  @Access(admin = true)
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam UUID batchId,
      @RequestParam String format,
      @RequestParam(defaultValue = "train") String split) {
    var chosen = ExportFormat.of(format);
    if (!split.equals("train") && !split.equals("evaluation")) {
      throw ApiProblem.invalid("split", "must be train or evaluation");
    }
    if (batches.find(batchId).isEmpty()) {
      throw ApiProblem.notFound("There is no such batch.");
    }
    var file = batches.check(batchId, chosen, split);
    if (file.problem() != null) {
      throw ApiProblem.conflict(file.problem());
    }
    StreamingResponseBody body =
        out ->
            Tenancy.<IOException>run(
                Actor.system("export"), () -> batches.write(batchId, chosen, split, out));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_NDJSON)
        .contentLength(file.bytes())
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%s.jsonl\"".formatted(chosen.code(), split))
        .header("X-Content-SHA256", file.sha256())
        .body(body);
  }

  /**
   * @param modelType calibrator, severity or reward
   * @param seed the same seed and data make the same model
   */
  record TrainBody(@Nullable String modelType, @Nullable Long seed) {}

  record Begun(UUID jobId, int examplesCount) {}

  @Operation(
      summary = "Train an own model",
      description =
          "In this process, so that it costs nothing. 409 `INSUFFICIENT_DATA` says how much is"
              + " missing.")
  @PostMapping("/api/admin/training/fine-tune")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Access(admin = true)
  ApiData<Begun> train(@AuthenticationPrincipal CurrentUser user, @RequestBody TrainBody body) {
    var kind = AdminTrainingController.kind(Objects.toString(body.modelType(), ""));
    var job = jobs.start(kind, null, body.seed() == null ? 1 : body.seed(), user.userId());
    return ApiData.of(new Begun(job.id(), examples.available(null)));
  }

  @Operation(summary = "How far a training is")
  @GetMapping("/api/admin/training/status/{id}")
  @Access(admin = true)
  ApiData<TrainingJobs.Job> status(@PathVariable UUID id) {
    return ApiData.of(
        jobs.find(id).orElseThrow(() -> ApiProblem.notFound("There is no such training.")));
  }

  record ActionBody(@Nullable String action, @Nullable String reason) {}

  @Operation(
      summary = "Deploy what a training made, or cancel it",
      description =
          "`deploy` makes it live if every gate lets it through, else 409 says which one.")
  @PostMapping("/api/admin/training/status/{id}")
  @Access(admin = true)
  ApiData<TrainingJobs.Job> act(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody ActionBody body) {
    var job = jobs.find(id).orElseThrow(() -> ApiProblem.notFound("There is no such training."));
    switch (Objects.toString(body.action(), "")) {
      case "cancel" -> jobs.cancel(id);
      case "deploy" -> {
        if (job.modelId() == null) {
          throw ApiProblem.conflict("The training has made no version.");
        }
        deployments.deploy(
            job.modelId(), Stage.LIVE, 1, Objects.toString(body.reason(), ""), user.userId());
      }
      default -> throw ApiProblem.invalid("action", "must be deploy or cancel");
    }
    return status(id);
  }

  record Versions(List<ModelStore.Version> versions, List<Deployments.Deployment> deployments) {}

  @Operation(summary = "Versions of own models, and what is and was in use")
  @GetMapping("/api/admin/models")
  @Access(admin = true)
  ApiData<Versions> models() {
    return ApiData.of(new Versions(models.all(50), deployments.history(50)));
  }

  record DeployBody(@Nullable String stage, @Nullable Double share, @Nullable String reason) {}

  @Operation(
      summary = "Put a version into use: shadow, ab (a share of the runs) or live",
      description = "409 when a gate doesn't let it through.")
  @PostMapping("/api/admin/models/{id}/deploy")
  @Access(admin = true)
  ApiData<Deployments.Deployment> deploy(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody DeployBody body) {
    return ApiData.of(
        deployments.deploy(
            id,
            Stage.of(Objects.toString(body.stage(), "")),
            body.share() == null ? 0.5 : body.share(),
            Objects.toString(body.reason(), ""),
            user.userId()));
  }

  record RollbackBody(@Nullable String kind, @Nullable String reason) {}

  /**
   * @param live the version that is live now; null when the engine's own word counts
   */
  record RolledBack(Deployments.@Nullable Deployment live) {}

  @Operation(summary = "Put back the version that was live before")
  @PostMapping("/api/admin/models/rollback")
  @Access(admin = true)
  ApiData<RolledBack> rollBack(
      @AuthenticationPrincipal CurrentUser user, @RequestBody RollbackBody body) {
    ModelKind kind = AdminTrainingController.kind(Objects.toString(body.kind(), ""));
    String reason = Objects.toString(body.reason(), "");
    if (reason.isBlank()) {
      throw ApiProblem.invalid("reason", "is needed");
    }
    return ApiData.of(
        new RolledBack(deployments.rollBack(kind, null, reason, user.userId()).orElse(null)));
  }
}
