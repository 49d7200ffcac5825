package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;

import dev.hitlai.aitester.Persona;
import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.testing.internal.personas.Personas;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tests")
class PersonasApiController {
  private final Personas personas;

  PersonasApiController(Personas personas) {
    this.personas = personas;
  }

  /**
   * A persona to choose.
   *
   * @param shipped whether it came with the platform
   */
  record Offered(Persona persona, String description, boolean shipped) {}

  @Operation(summary = "Personas to choose from")
  @GetMapping("/api/personas")
  @Access(company = VIEWER, scope = TESTS_READ, tester = true, admin = true)
  ApiData<List<Offered>> personas() {
    return ApiData.of(
        personas.offered().stream()
            .map(one -> new Offered(one.persona(), one.description(), one.shipped()))
            .toList());
  }
}
