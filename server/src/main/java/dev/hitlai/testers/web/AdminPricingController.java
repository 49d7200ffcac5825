package dev.hitlai.testers.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testers.PriceList;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The price list, where administrators add to it. */
@Controller
@RequestMapping("/admin/pricing")
class AdminPricingController {
  private final PriceList list;

  AdminPricingController(PriceList list) {
    this.list = list;
  }

  @GetMapping
  String show(Model model) {
    return page(model, PriceForm.EMPTY, Problems.none());
  }

  @PostMapping
  String add(
      @ModelAttribute("form") PriceForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    Problems problems = form.problems();
    if (!problems.any()) {
      try {
        list.add(form.newPrice());
        redirect.addFlashAttribute(
            Flash.KEY, Flash.success("Added. The price before it ends where this one begins."));
        return "redirect:/admin/pricing";
      } catch (ApiProblem refused) {
        problems = problems(refused);
      }
    }
    response.setStatus(400);
    return page(model, form, problems);
  }

  private String page(Model model, PriceForm form, Problems problems) {
    model.addAttribute("prices", list.all());
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "testers/admin-pricing";
  }

  private static Problems problems(ApiProblem refused) {
    var fields = new LinkedHashMap<String, String>();
    refused
        .details()
        .forEach((field, why) -> fields.put(PriceForm.fieldOf(field), "This " + why + "."));
    if (fields.isEmpty()) {
      fields.put("form", refused.sentence());
    }
    return new Problems(fields);
  }
}
