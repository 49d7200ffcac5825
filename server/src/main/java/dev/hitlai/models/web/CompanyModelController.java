package dev.hitlai.models.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.models.internal.CompanyChoices;
import dev.hitlai.web.view.Flash;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where companies whose feature is open choose the model of their AI testers. */
@Controller
@Tag(name = "Models")
class CompanyModelController {
  private final CompanyChoices choices;

  CompanyModelController(CompanyChoices choices) {
    this.choices = choices;
  }

  @GetMapping("/company/ai-model")
  @Access(company = CompanyRole.VIEWER)
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("offers", choices.offers(user.requireCompany()));
    return "models/company";
  }

  @PostMapping("/company/ai-model")
  @Access(company = CompanyRole.ADMIN)
  String choose(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String version,
      RedirectAttributes next) {
    try {
      choices.choose(user.requireCompany(), id(version), user.userId());
      next.addFlashAttribute(Flash.KEY, Flash.success("Your next tests use it."));
    } catch (ApiProblem refused) {
      if (refused.code() == ErrorCode.FEATURE_LOCKED) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/company/ai-model";
  }

  private static @Nullable UUID id(String version) {
    if (version.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(version.strip());
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("version", "is not on offer");
    }
  }

  @Operation(
      summary = "Models that the company may choose from",
      description = "403 FEATURE_LOCKED until advanced_ai_models is open.")
  @GetMapping("/api/company/ai-model")
  @ResponseBody
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ)
  ApiData<List<CompanyChoices.Offer>> offers(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(choices.offers(user.requireCompany()));
  }

  /**
   * @param version id of an offer; empty for what the platform has behind each tester
   */
  record Wish(@NotNull String version) {}

  @Operation(summary = "Choose the model of the company's AI testers")
  @PutMapping("/api/company/ai-model")
  @ResponseBody
  @Access(company = CompanyRole.ADMIN, scope = Scope.TESTS_WRITE)
  ApiData<List<CompanyChoices.Offer>> wish(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Wish wish) {
    choices.choose(user.requireCompany(), id(wish.version()), user.userId());
    return ApiData.of(choices.offers(user.requireCompany()));
  }
}
