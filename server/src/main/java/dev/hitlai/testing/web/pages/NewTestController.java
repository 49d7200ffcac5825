package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.QuotaExceeded;
import dev.hitlai.testing.internal.personas.Personas;
import dev.hitlai.testing.internal.requests.DevicePresets;
import dev.hitlai.testing.internal.requests.InvalidRequest;
import dev.hitlai.testing.internal.requests.NobodyFits;
import dev.hitlai.testing.internal.requests.TestRequests;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The request builder; what stands beside it is fetched anew while one types. */
@Controller
@RequestMapping("/company/tests/new")
@Access(company = CompanyRole.MEMBER)
class NewTestController {
  private final TestRequests requests;
  private final Personas personas;
  private final DevicePresets presets;
  private final EstimateReader estimates;

  NewTestController(
      TestRequests requests, Personas personas, DevicePresets presets, EstimateReader estimates) {
    this.requests = requests;
    this.personas = personas;
    this.presets = presets;
    this.estimates = estimates;
  }

  @GetMapping
  String builder(@AuthenticationPrincipal CurrentUser user, Model model) {
    return show(user, TestForm.empty(), Problems.none(), model);
  }

  @PostMapping("/estimate")
  String estimate(@AuthenticationPrincipal CurrentUser user, TestForm form, Model model) {
    model.addAttribute("estimate", estimates.read(user.requireCompany(), form.request()));
    return "testing/estimate";
  }

  @PostMapping
  String request(
      @AuthenticationPrincipal CurrentUser user,
      TestForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      var taken = requests.execute(user.requireCompany(), user.userId(), form.request());
      var said = new ArrayList<String>();
      said.add("The test is on its way.");
      said.addAll(taken.notices());
      redirect.addFlashAttribute(Flash.KEY, Flash.success(String.join(" ", said)));
      return "redirect:/company/tests/" + taken.runIds().getFirst();
    } catch (InvalidRequest invalid) {
      response.setStatus(400);
      return show(user, form, FormNames.problems(invalid), model);
    } catch (NobodyFits nobody) {
      response.setStatus(409);
      return show(user, form, new Problems(Map.of("form", nobody.sentence())), model);
    } catch (QuotaExceeded exceeded) {
      response.setStatus(402);
      return show(user, form, new Problems(Map.of("form", exceeded.sentence())), model);
    }
  }

  private String show(CurrentUser user, TestForm form, Problems problems, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("choices", Choices.of(personas.offered(), presets.offered()));
    model.addAttribute("estimate", estimates.read(user.requireCompany(), form.request()));
    return "testing/new";
  }
}
