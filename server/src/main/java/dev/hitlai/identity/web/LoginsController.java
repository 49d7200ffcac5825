package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.OpenLogins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is logged in. */
@RestController
@RequestMapping("/api/auth/sessions")
@Access(company = CompanyRole.VIEWER, tester = true, admin = true)
@Tag(name = "Authentication")
class LoginsController {
  private final OpenLogins logins;

  LoginsController(OpenLogins logins) {
    this.logins = logins;
  }

  @GetMapping
  @Operation(
      summary = "List one's open logins",
      description = "Browsers, and programs with tokens.")
  ApiData<List<OpenLogins.Login>> list(
      @AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    return ApiData.of(logins.of(user, request));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End one of one's logins",
      description =
          "A browser is out at once; a program keeps its access token for the minutes it is good.")
  void end(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    logins.end(user, id);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End all of one's logins",
      description = "At once, with access tokens and the login that asks.")
  void endAll(@AuthenticationPrincipal CurrentUser user, HttpServletRequest request) {
    logins.endAll(user, request);
  }
}
