package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.identity.internal.SignUps;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that make accounts: a company's in one step, a tester's in three. */
@Controller
class SignUpController {
  private final SignUps signUps;
  private final Sessions sessions;

  SignUpController(SignUps signUps, Sessions sessions) {
    this.signUps = signUps;
    this.sessions = sessions;
  }

  @GetMapping("/signup")
  String choose() {
    return "identity/signup";
  }

  @GetMapping("/signup/company")
  String company(Model model) {
    return companyPage(model, CompanyForm.EMPTY, Problems.none());
  }

  @PostMapping("/signup/company")
  String company(
      @ModelAttribute("form") CompanyForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Problems problems = form.problems();
    if (!problems.any()) {
      try {
        sessions.begin(request, response, signUps.company(form.newCompany(), Client.of(request)));
        return "redirect:/start";
      } catch (ApiProblem refused) {
        problems = problems(refused);
      }
    }
    response.setStatus(400);
    return companyPage(model, form, problems);
  }

  @GetMapping("/signup/tester")
  String tester(Model model) {
    return testerPage(model, TesterForm.EMPTY, 1, Problems.none());
  }

  @PostMapping("/signup/tester")
  String tester(
      @ModelAttribute("form") TesterForm form,
      @RequestParam(defaultValue = "1") int step,
      @RequestParam(defaultValue = "next") String go,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    int at = Math.clamp(step, 1, TesterForm.STEPS);
    if (go.equals("back")) {
      return testerPage(model, form, Math.max(1, at - 1), Problems.none());
    }
    Problems problems = form.problems(at);
    if (!problems.any() && at < TesterForm.STEPS) {
      return testerPage(model, form, at + 1, Problems.none());
    }
    // Earlier steps came back as hidden fields, which anybody can change.
    for (int earlier = 1; earlier < at && !problems.any(); earlier++) {
      if (form.problems(earlier).any()) {
        response.setStatus(400);
        return testerPage(model, form, earlier, form.problems(earlier));
      }
    }
    if (!problems.any()) {
      try {
        sessions.begin(request, response, signUps.tester(form.newTester(), Client.of(request)));
        return "redirect:/start";
      } catch (ApiProblem refused) {
        problems = problems(refused);
      }
    }
    response.setStatus(400);
    return testerPage(model, form, at, problems);
  }

  private static String companyPage(Model model, CompanyForm form, Problems problems) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "identity/signup-company";
  }

  private static String testerPage(Model model, TesterForm form, int step, Problems problems) {
    model.addAttribute("form", form);
    model.addAttribute("step", step);
    model.addAttribute("problems", problems);
    return "identity/signup-tester";
  }

  static Problems problems(ApiProblem refused) {
    var fields = new java.util.LinkedHashMap<String, String>();
    switch (refused.code()) {
      case VALIDATION_ERROR ->
          refused
              .details()
              .forEach((field, why) -> fields.put(field, FormText.sentence(field, why)));
      default -> fields.put("form", refused.sentence());
    }
    return new Problems(fields.isEmpty() ? Map.of("form", refused.sentence()) : fields);
  }
}
