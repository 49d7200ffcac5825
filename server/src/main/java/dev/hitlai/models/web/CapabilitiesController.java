package dev.hitlai.models.web;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.models.Capabilities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What each AI can and can't do, for companies. */
@Controller
@Access(company = CompanyRole.VIEWER)
class CapabilitiesController {
  private final Capabilities capabilities;

  CapabilitiesController(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @GetMapping("/company/ai-capabilities")
  String show(Model model) {
    model.addAttribute("rows", capabilities.all().stream().map(CapabilityRow::of).toList());
    return "models/capabilities";
  }
}
