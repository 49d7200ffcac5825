package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Closings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of a company; a matter of people, not of keys. */
@RestController
@RequestMapping("/api/company/closing")
@Access(company = CompanyRole.OWNER)
@Tag(name = "Company")
class ClosingController {
  private final Closings closings;

  ClosingController(Closings closings) {
    this.closings = closings;
  }

  /** The company's name, said once more. */
  record Confirmation(@NotBlank @Size(max = 200) String name) {}

  @GetMapping
  @Access(company = CompanyRole.VIEWER)
  @Operation(summary = "When the company is closed")
  ApiData<Closings.Plan> plan(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(closings.of(user));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Close the company",
      description =
          "For owners. Done after days of grace, in which it can be called off: nobody works in the"
              + " company any more and its keys end; its history stays.")
  ApiData<Closings.Plan> ask(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Confirmation body) {
    closings.ask(user, body.name());
    return plan(user);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Call the closing of the company off", description = "For owners.")
  void cancel(@AuthenticationPrincipal CurrentUser user) {
    closings.cancel(user);
  }
}
