package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.SecondFactors;
import dev.hitlai.identity.internal.SecondStep;
import dev.hitlai.identity.internal.TokenPairs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second factor for programs. */
@RestController
@RequestMapping("/api/auth/mfa")
@Access(company = CompanyRole.VIEWER, tester = true, admin = true)
@Tag(name = "Authentication")
class SecondFactorController {
  private final SecondFactors factors;
  private final SecondStep step;
  private final TokenPairs tokens;

  SecondFactorController(SecondFactors factors, SecondStep step, TokenPairs tokens) {
    this.factors = factors;
    this.step = step;
    this.tokens = tokens;
  }

  /** What an authenticator shows. */
  record Code(@NotBlank @Size(max = 40) String code) {}

  /** What giving up the second factor takes; the code may be a recovery code. */
  record Disabling(
      @NotBlank @Size(max = 1000) String currentPassword, @NotBlank @Size(max = 40) String code) {}

  /** The second half of a login; the code may be a recovery code. */
  record Verification(
      @NotBlank @Size(max = 400) String mfaToken, @NotBlank @Size(max = 40) String code) {}

  /** Shown this once. */
  record Codes(List<String> recoveryCodes) {}

  @GetMapping
  @Operation(summary = "Whether one's second factor is on")
  ApiData<SecondFactors.Status> status(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(factors.status(user));
  }

  @PostMapping("/enrol")
  @Operation(
      summary = "Begin to set up a second factor",
      description =
          "Gives the secret for an authenticator (TOTP, RFC 6238), as a key to type, as a URI and"
              + " as a QR code in SVG. It counts once a code was confirmed.")
  ApiData<SecondFactors.Enrolment> enrol(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(factors.enrol(user));
  }

  @PostMapping("/confirm")
  @Operation(
      summary = "Switch the second factor on",
      description = "Takes the code that the authenticator shows; gives ten recovery codes, once.")
  ApiData<Codes> confirm(@AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Code body) {
    return ApiData.of(new Codes(factors.confirm(user, body.code())));
  }

  @PostMapping("/recovery-codes")
  @Operation(
      summary = "Make new recovery codes",
      description = "Takes a code of the authenticator. Earlier recovery codes work no more.")
  ApiData<Codes> renew(@AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Code body) {
    return ApiData.of(new Codes(factors.renewCodes(user, body.code())));
  }

  @PostMapping("/disable")
  @Operation(
      summary = "Switch the second factor off",
      description = "Takes the password and a code, or a recovery code.")
  ApiData<SecondFactors.Status> disable(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Disabling body) {
    factors.disable(user, body.currentPassword(), body.code());
    return ApiData.of(factors.status(user));
  }

  @PostMapping("/verify")
  @Access(everyone = true)
  @Operation(
      summary = "Complete a login with the second factor",
      description =
          "Login answers 401 with details.mfaToken when the password was right and a code is"
              + " needed. This takes both within five minutes and answers like login. A code works"
              + " once; after ten wrong ones the account takes none for a while.")
  TokenAnswer verify(@Valid @RequestBody Verification body, HttpServletRequest request) {
    var client = Client.of(request);
    return TokenAnswer.of(
        tokens.begin(step.complete(body.mfaToken(), body.code(), client), client));
  }
}
