package dev.hitlai.testing.web.api;

import static dev.hitlai.identity.CompanyRole.MEMBER;
import static dev.hitlai.identity.CompanyRole.VIEWER;
import static dev.hitlai.identity.Scope.TESTS_READ;
import static dev.hitlai.identity.Scope.TESTS_WRITE;

import dev.hitlai.aitester.Persona;
import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testing.internal.personas.OwnPersonas;
import dev.hitlai.testing.internal.personas.Personas;
import dev.hitlai.testing.web.pages.PersonaForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Tests")
class PersonasApiController {
  private final Personas personas;
  private final OwnPersonas own;

  PersonasApiController(Personas personas, OwnPersonas own) {
    this.personas = personas;
    this.own = own;
  }

  /**
   * A persona to make or change; what isn't asked for follows from the answers.
   *
   * @param patience 1 (hasty) to 10 (thorough)
   */
  record NewPersona(
      @NotBlank String name,
      @NotBlank String label,
      @Nullable String description,
      int age,
      @NotBlank String techLiteracy,
      @NotBlank String eyesight,
      @NotBlank String navigation,
      double patience,
      @Nullable List<@NotNull String> needs,
      @Nullable Boolean understandsIcons,
      @Nullable Boolean opensHiddenMenus,
      @Nullable Boolean slowNetwork) {
    Persona persona() {
      return new PersonaForm(
              name,
              label,
              description,
              String.valueOf(age),
              techLiteracy,
              eyesight,
              navigation,
              String.valueOf(patience),
              needs == null ? "" : String.join("\n", needs),
              understandsIcons == null || understandsIcons,
              opensHiddenMenus == null || opensHiddenMenus,
              slowNetwork != null && slowNetwork)
          .persona();
    }

    String text() {
      return description == null ? "" : description;
    }
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

  @Operation(
      summary = "Describe a persona of your own",
      description = "Needs the feature custom_personas; else 403 FEATURE_LOCKED.")
  @PostMapping("/api/personas")
  @ResponseStatus(HttpStatus.CREATED)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<Offered> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewPersona body) {
    var persona = body.persona();
    own.make(user, persona, body.text());
    return ApiData.of(new Offered(persona, body.text(), false));
  }

  @Operation(
      summary = "Change a persona of your own",
      description = "Tests asked for before keep the persona as it was.")
  @PutMapping("/api/personas")
  @Access(company = MEMBER, scope = TESTS_WRITE)
  ApiData<Offered> change(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewPersona body) {
    var persona = body.persona();
    own.change(user, persona, body.text());
    return ApiData.of(new Offered(persona, body.text(), false));
  }

  @Operation(summary = "Retire a persona of your own", description = "Its tests and reports stay.")
  @DeleteMapping("/api/personas/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Access(company = MEMBER, scope = TESTS_WRITE)
  void retire(@AuthenticationPrincipal CurrentUser user, @PathVariable String name) {
    own.retire(user, name);
  }
}
