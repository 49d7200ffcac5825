package dev.hitlai.testing.web.pages;

import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.testing.internal.personas.Personas;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class PersonasController {
  private final Personas personas;

  PersonasController(Personas personas) {
    this.personas = personas;
  }

  @GetMapping("/company/personas")
  @Access(company = CompanyRole.VIEWER)
  String personas(Model model) {
    model.addAttribute("personas", personas.offered().stream().map(PersonaCard::of).toList());
    return "testing/personas";
  }
}
