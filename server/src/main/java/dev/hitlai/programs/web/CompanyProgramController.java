package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.Certificates;
import dev.hitlai.programs.internal.CompanySpots;
import dev.hitlai.programs.internal.Redemption;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company's place in the early-adopter program. */
@Controller
@RequestMapping("/company/program")
@Access(company = CompanyRole.VIEWER)
class CompanyProgramController {
  private final CompanySpots spots;
  private final Redemption redemption;
  private final Certificates certificates;
  private final Companies companies;

  CompanyProgramController(
      CompanySpots spots, Redemption redemption, Certificates certificates, Companies companies) {
    this.spots = spots;
    this.redemption = redemption;
    this.certificates = certificates;
    this.companies = companies;
  }

  @GetMapping
  String show(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String code,
      Model model) {
    return page(user, code, Problems.none(), model);
  }

  @PostMapping("/redemption")
  @Access(company = CompanyRole.ADMIN)
  String redeem(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      var spot = redemption.redeem(user, code);
      redirect.addFlashAttribute(
          Flash.KEY,
          Flash.success(
              "Redeemed: every test costs your company %s %% less from now on."
                  .formatted(spot.discountPercent())));
      return "redirect:/company/program";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      String why =
          refused.code() == ErrorCode.VALIDATION_ERROR
              ? "This " + refused.details().get("code") + "."
              : refused.sentence();
      return page(user, code, new Problems(Map.of("code", why)), model);
    }
  }

  @GetMapping("/certificate")
  ResponseEntity<byte[]> certificate(@AuthenticationPrincipal CurrentUser user) {
    var spot =
        spots
            .active(user.requireCompany())
            .orElseThrow(() -> ApiProblem.notFound("Your company is in no program."));
    String name = companies.find(user.requireCompany()).orElseThrow().name();
    return Paper.answer("early-adopter", certificates.ofCompany(spot, name));
  }

  private String page(CurrentUser user, String code, Problems problems, Model model) {
    model.addAttribute("spot", spots.active(user.requireCompany()).orElse(null));
    model.addAttribute("mayRedeem", user.isAtLeast(CompanyRole.ADMIN));
    model.addAttribute("code", code);
    model.addAttribute("problems", problems);
    return "programs/company";
  }
}
