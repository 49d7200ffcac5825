package dev.hitlai.web.internal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows every component with its states, to people who build pages. */
@Controller
class StyleGuideController {
  @GetMapping("/admin/style-guide")
  String show(@RequestParam(defaultValue = "words") String part, Model model) {
    model.addAttribute("part", part);
    return "web/styleguide";
  }
}
