package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.FeatureLocked;
import dev.hitlai.testing.internal.runs.ReportBrands;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the company's reports look. */
@Controller
@RequestMapping("/company/settings/brand")
@Access(company = CompanyRole.ADMIN)
class BrandController {
  private static final String OURS = "#3b4fd8";

  private final ReportBrands brands;
  private final FeatureGate features;

  BrandController(ReportBrands brands, FeatureGate features) {
    this.brands = brands;
    this.features = features;
  }

  @GetMapping
  String brand(@AuthenticationPrincipal CurrentUser user, Model model) {
    features.require(user.requireCompany(), FeatureKey.WHITE_LABEL);
    var brand = brands.find(user.requireCompany());
    return show(
        user,
        model,
        brand.map(one -> one.name()).orElse(""),
        brand.map(one -> one.accent()).orElse(OURS),
        Problems.none());
  }

  @PostMapping
  String set(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String accent,
      @RequestParam(required = false) @Nullable MultipartFile logo,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect)
      throws IOException {
    try {
      brands.set(user, name, accent, logo == null || logo.isEmpty() ? null : logo.getBytes());
    } catch (FeatureLocked locked) {
      throw locked;
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      var fields = new LinkedHashMap<String, String>();
      refused
          .details()
          .forEach((field, why) -> fields.put(field, Words.title(field) + " " + why + "."));
      return show(user, model, name, accent, new Problems(fields));
    }
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Saved. Reports look like this now."));
    return "redirect:/company/settings/brand";
  }

  @PostMapping("/removal")
  String remove(@AuthenticationPrincipal CurrentUser user, RedirectAttributes redirect) {
    features.require(user.requireCompany(), FeatureKey.WHITE_LABEL);
    brands.remove(user);
    redirect.addFlashAttribute(Flash.KEY, Flash.success("Reports carry our looks again."));
    return "redirect:/company/settings/brand";
  }

  private String show(
      CurrentUser user, Model model, String name, String accent, Problems problems) {
    var brand = brands.find(user.requireCompany());
    model.addAttribute("name", name);
    model.addAttribute("accent", accent);
    model.addAttribute("logo", brand.map(one -> one.logo()).orElse(null));
    model.addAttribute("isSet", brand.isPresent());
    model.addAttribute("problems", problems);
    return "testing/brand";
  }
}
