package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.training.ModelKind;
import dev.hitlai.training.internal.data.Consents;
import dev.hitlai.training.internal.registry.Deployments;
import dev.hitlai.training.internal.registry.Deployments.Stage;
import dev.hitlai.training.internal.registry.Examples;
import dev.hitlai.training.internal.registry.ModelStore;
import dev.hitlai.training.internal.registry.TrainingJobs;
import dev.hitlai.web.view.Flash;
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

/** What a company lets be learnt from its tests, and the model of its own. */
@Controller
@RequestMapping("/company/training")
class CompanyTrainingController {
  private static final int SHOWN = 10;

  private final Consents consents;
  private final FeatureGate gate;
  private final TrainingJobs jobs;
  private final ModelStore models;
  private final Deployments deployments;
  private final Examples examples;

  CompanyTrainingController(
      Consents consents,
      FeatureGate gate,
      TrainingJobs jobs,
      ModelStore models,
      Deployments deployments,
      Examples examples) {
    this.consents = consents;
    this.gate = gate;
    this.jobs = jobs;
    this.models = models;
    this.deployments = deployments;
    this.examples = examples;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID company = user.requireCompany();
    model.addAttribute("consent", consents.of(company));
    model.addAttribute("standing", gate.standing(company, FeatureKey.CUSTOM_AI_TRAINING));
    model.addAttribute("mayDecide", user.isAtLeast(CompanyRole.ADMIN));
    return "training/company";
  }

  @PostMapping
  String decide(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "false") boolean learning,
      @RequestParam(defaultValue = "false") boolean review,
      RedirectAttributes next) {
    requireAdmin(user);
    consents.decide(user.requireCompany(), learning, review, user.userId());
    next.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
    return "redirect:/company/training";
  }

  @GetMapping("/own")
  String own(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID company = user.requireCompany();
    gate.require(company, FeatureKey.CUSTOM_AI_TRAINING);
    model.addAttribute("jobs", jobs.list(company, SHOWN));
    model.addAttribute(
        "models", models.all(200).stream().filter(one -> company.equals(one.companyId())).toList());
    model.addAttribute(
        "live", deployments.current(ModelKind.CALIBRATOR, company, Stage.LIVE).orElse(null));
    model.addAttribute("available", examples.available(company));
    model.addAttribute("mayDecide", user.isAtLeast(CompanyRole.ADMIN));
    return "training/own";
  }

  @PostMapping("/own")
  String train(@AuthenticationPrincipal CurrentUser user, RedirectAttributes next) {
    requireAdmin(user);
    UUID company = user.requireCompany();
    gate.require(company, FeatureKey.CUSTOM_AI_TRAINING);
    return AdminTrainingController.answer(
        next,
        "/company/training/own",
        "The training has begun.",
        () -> jobs.start(ModelKind.CALIBRATOR, company, 1, user.userId()));
  }

  @PostMapping("/own/{id:[0-9a-fA-F-]{36}}")
  String use(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, RedirectAttributes next) {
    requireAdmin(user);
    UUID company = user.requireCompany();
    gate.require(company, FeatureKey.CUSTOM_AI_TRAINING);
    if (!company.equals(models.require(id).companyId())) {
      throw ApiProblem.notFound("There is no such version.");
    }
    return AdminTrainingController.answer(
        next,
        "/company/training/own",
        "It decides from now on.",
        () ->
            Tenancy.run(
                Actor.system("own training"),
                () ->
                    deployments.deploy(id, Stage.LIVE, 1, "The company wants it.", user.userId())));
  }

  @PostMapping("/own/stop")
  String stop(@AuthenticationPrincipal CurrentUser user, RedirectAttributes next) {
    requireAdmin(user);
    UUID company = user.requireCompany();
    gate.require(company, FeatureKey.CUSTOM_AI_TRAINING);
    return AdminTrainingController.answer(
        next,
        "/company/training/own",
        "The platform's models decide again.",
        () ->
            Tenancy.run(
                Actor.system("own training"),
                () ->
                    deployments
                        .current(ModelKind.CALIBRATOR, company, Stage.LIVE)
                        .ifPresent(
                            one ->
                                deployments.withdraw(
                                    one.modelId(), "The company stopped it.", user.userId()))));
  }

  private static void requireAdmin(CurrentUser user) {
    if (!user.isAtLeast(CompanyRole.ADMIN)) {
      throw ApiProblem.forbidden("Owners and admins of the company decide this.");
    }
  }
}
