package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.FeatureGate;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page in place of a feature that isn't open; reached by {@link LockedPages} only. */
@Controller
class LockedPage {
  static final String PATH = "/locked";
  static final String STANDING = LockedPage.class.getName();

  @RequestMapping(PATH)
  String locked(HttpServletRequest request, Model model) {
    if (!(request.getAttribute(STANDING) instanceof FeatureGate.Standing standing)) {
      throw ApiProblem.notFound("There is nothing here.");
    }
    model.addAttribute("standing", standing);
    return "identity/locked";
  }
}
