package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.registry.Deployments;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import dev.hitlai.training.internal.registry.Examples;
import dev.hitlai.training.internal.registry.LiveWatch;
import dev.hitlai.training.internal.registry.ModelStore;
import dev.hitlai.training.internal.registry.TrainingJobs;
import dev.hitlai.web.view.Flash;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Own models: trainings, versions with their figures, what is in use and how it does. */
@Controller
@RequestMapping("/admin/training")
@Access(admin = true)
class AdminTrainingController {
  private static final int SHOWN = 20;

  private final TrainingJobs jobs;
  private final ModelStore models;
  private final Deployments deployments;
  private final LiveWatch watch;
  private final Examples examples;

  AdminTrainingController(
      TrainingJobs jobs,
      ModelStore models,
      Deployments deployments,
      LiveWatch watch,
      Examples examples) {
    this.jobs = jobs;
    this.models = models;
    this.deployments = deployments;
    this.watch = watch;
    this.examples = examples;
  }

  @GetMapping
  String show(@RequestParam(defaultValue = "") String at, Model model) {
    model.addAttribute("jobs", jobs.list(null, SHOWN));
    model.addAttribute("models", models.all(SHOWN));
    model.addAttribute("deployments", deployments.history(SHOWN));
    model.addAttribute("standings", watch.standings());
    model.addAttribute("available", examples.available(null));
    model.addAttribute("at", at);
    model.addAttribute("liveAt", at.isBlank() ? "" : liveAt(at));
    return "training/admin";
  }

  private String liveAt(String at) {
    try {
      var when = Instant.parse(at.length() == 16 ? at + ":00Z" : at);
      return deployments
          .liveAt(ModelKind.CALIBRATOR, when)
          .map(one -> one.version() + " was live.")
          .orElse("No version was live: the engine's own confidence counted.");
    } catch (DateTimeParseException notATime) {
      return "Write a time like 2026-01-24T10:00 (UTC).";
    }
  }

  /** The part of the page that changes while something is trained. */
  @GetMapping("/jobs")
  String jobs(Model model) {
    model.addAttribute("jobs", jobs.list(null, SHOWN));
    return "training/jobs";
  }

  @PostMapping("/jobs")
  String start(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String kind,
      @RequestParam(defaultValue = "1") long seed,
      RedirectAttributes next) {
    return answer(
        next,
        "/admin/training",
        "The training has begun.",
        () -> jobs.start(kind(kind), null, seed, user.userId()));
  }

  @PostMapping("/jobs/{id:[0-9a-fA-F-]{36}}/cancel")
  String cancel(@PathVariable UUID id, RedirectAttributes next) {
    return answer(next, "/admin/training", "Cancelled.", () -> jobs.cancel(id));
  }

  @GetMapping("/models/{id:[0-9a-fA-F-]{36}}")
  String version(@PathVariable UUID id, Model model) {
    var version = models.require(id);
    model.addAttribute("version", version);
    model.addAttribute("objections", deployments.objections(id));
    model.addAttribute(
        "live",
        deployments
            .current(version.kind(), version.companyId(), Stage.LIVE)
            .filter(one -> !one.modelId().equals(id))
            .map(one -> models.require(one.modelId()))
            .orElse(null));
    model.addAttribute("reliability", ModelCharts.reliability(version.evaluation()).orElse(null));
    model.addAttribute("curve", ModelCharts.precisionRecall(version.evaluation()).orElse(null));
    return "training/model";
  }

  @PostMapping("/models/{id:[0-9a-fA-F-]{36}}/deploy")
  String deploy(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam String stage,
      @RequestParam(defaultValue = "0.5") double share,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    return answer(
        next,
        "/admin/training/models/" + id,
        "It is in use.",
        () -> deployments.deploy(id, Stage.of(stage), share, reason, user.userId()));
  }

  @PostMapping("/models/{id:[0-9a-fA-F-]{36}}/withdraw")
  String withdraw(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes next) {
    return answer(
        next,
        "/admin/training/models/" + id,
        "It is not in use any more.",
        () -> deployments.withdraw(id, "An administrator took it out of use.", user.userId()));
  }

  @PostMapping("/rollback")
  String rollBack(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String kind,
      RedirectAttributes next) {
    return answer(
        next,
        "/admin/training",
        "Rolled back.",
        () -> deployments.rollBack(kind(kind), null, "An administrator wants it.", user.userId()));
  }

  static ModelKind kind(String code) {
    try {
      return ModelKind.of(code);
    } catch (IllegalArgumentException unknown) {
      throw ApiProblem.invalid("kind", "must be one of calibrator, severity, reward");
    }
  }

  static String answer(RedirectAttributes next, String to, String done, Runnable act) {
    try {
      act.run();
      next.addFlashAttribute(Flash.KEY, Flash.success(done));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.NOT_FOUND || refused.code() == ErrorCode.FEATURE_LOCKED) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:" + to;
  }
}
