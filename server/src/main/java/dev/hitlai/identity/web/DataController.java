package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.DataExport;
import dev.hitlai.identity.internal.Erasures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's data: to take along, and to have erased. */
@RestController
@RequestMapping("/api/auth/account")
@Access(company = CompanyRole.VIEWER, tester = true, admin = true)
@Tag(name = "Authentication")
class DataController {
  private final DataExport export;
  private final Erasures erasures;

  DataController(DataExport export, Erasures erasures) {
    this.export = export;
    this.erasures = erasures;
  }

  /** That it is really the person who asks. */
  record Confirmation(@NotBlank @Size(max = 1000) String currentPassword) {}

  /** What the link in the mail ends with. */
  record Token(@NotBlank @Size(max = 200) String token) {}

  @GetMapping("/export")
  @Operation(
      summary = "All that is known of oneself",
      description = "A ZIP of JSON files, ten times an hour at most.")
  ResponseEntity<byte[]> export(@AuthenticationPrincipal CurrentUser user) {
    return DataPages.zip(export.of(user));
  }

  @GetMapping("/erasure")
  @Operation(
      summary = "When one's account is erased",
      description = "And what has to be settled before it can be.")
  ApiData<Erasures.Plan> plan(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(erasures.of(user));
  }

  @PostMapping("/erasure")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for the erasure of one's account",
      description =
          "Done after days of grace, in which it can be called off. Refused with 409 while a"
              + " company or the platform would be left without anybody in charge.")
  ApiData<Erasures.Plan> ask(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Confirmation body) {
    erasures.ask(user, body.currentPassword());
    return plan(user);
  }

  @DeleteMapping("/erasure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Call the erasure of one's account off")
  void cancel(@AuthenticationPrincipal CurrentUser user) {
    erasures.cancel(user);
  }

  @PostMapping("/erasure/cancel")
  @Access(everyone = true)
  @Operation(
      summary = "Call the erasure of an account off by the mailed link",
      description = "With the token at the end of the link.")
  ApiData<String> cancel(@Valid @RequestBody Token body) {
    erasures.cancel(body.token());
    return ApiData.of("The account stays.");
  }
}
