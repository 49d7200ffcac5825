package dev.hitlai.testing.web.pages;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.runs.RunOverviews;
import dev.hitlai.testing.internal.runs.RunRating;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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

@Controller
@RequestMapping("/company/tests/{id:[0-9a-fA-F-]{36}}/rate")
@Access(company = CompanyRole.MEMBER)
class RatingController {
  private final RunOverviews runs;
  private final RunRating rating;

  RatingController(RunOverviews runs, RunRating rating) {
    this.runs = runs;
    this.rating = rating;
  }

  @GetMapping
  String form(@PathVariable UUID id, Model model) {
    var run = runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test has this address."));
    int stars = run.rating() == null ? 0 : run.rating();
    String feedback = run.feedback() == null ? "" : run.feedback();
    model.addAttribute("form", new RatingForm(id.toString(), run.title(), stars, feedback));
    model.addAttribute("problems", Problems.none());
    return "testing/rate";
  }

  @PostMapping
  String rate(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(name = "rating", defaultValue = "0") String stars,
      @RequestParam(defaultValue = "") String feedback,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    int number = stars.matches("\\d") ? Integer.parseInt(stars) : 0;
    try {
      rating.rate(id, number, feedback, user.userId());
    } catch (ApiProblem problem) {
      if (problem.code() != dev.hitlai.api.ErrorCode.VALIDATION_ERROR) {
        throw problem;
      }
      var run = runs.find(id).orElseThrow(() -> ApiProblem.notFound("No test has this address."));
      var byField = new LinkedHashMap<String, String>();
      problem
          .details()
          .keySet()
          .forEach(
              field ->
                  byField.put(
                      field,
                      "rating".equals(field)
                          ? "Choose one to five stars."
                          : "Write at most 5,000 characters."));
      response.setStatus(400);
      model.addAttribute("form", new RatingForm(id.toString(), run.title(), number, feedback));
      model.addAttribute("problems", new Problems(byField));
      return "testing/rate";
    }
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success("Thank you. Ratings make the next test better."));
    return "redirect:/company/tests/" + id;
  }
}
