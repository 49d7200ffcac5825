package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.EmailProofs;
import dev.hitlai.identity.internal.Invitations;
import dev.hitlai.identity.internal.PasswordResets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proves addresses, replaces lost passwords, accepts invitations. */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "Authentication")
class CredentialsController {
  private final EmailProofs proofs;
  private final PasswordResets resets;
  private final Invitations invitations;

  CredentialsController(EmailProofs proofs, PasswordResets resets, Invitations invitations) {
    this.proofs = proofs;
    this.resets = resets;
    this.invitations = invitations;
  }

  /** What a link in a mail ends with. */
  record Token(@NotBlank @Size(max = 200) String token) {}

  /** The address of an account. */
  record Address(@NotBlank @Size(max = 254) String email) {}

  /** A link's token and the password to have from now on. */
  record NewPassword(
      @NotBlank @Size(max = 200) String token, @NotBlank @Size(max = 1000) String password) {}

  /** The address to have from now on. */
  record NewAddress(
      @NotBlank @Size(max = 254) String email,
      @NotBlank @Size(max = 1000) String currentPassword) {}

  /** The address that is confirmed now. */
  record Confirmed(String email) {}

  /** The company that the person belongs to now. */
  record Joined(UUID companyId) {}

  @PostMapping("/verify-email")
  @Access(everyone = true)
  @Operation(
      summary = "Confirm an e-mail address",
      description =
          "With the token at the end of the mailed link, after sign-up and after a change of"
              + " address. It works once and for three days.")
  ApiData<Confirmed> verify(@Valid @RequestBody Token body) {
    return ApiData.of(new Confirmed(proofs.confirm(body.token())));
  }

  @PostMapping("/verify-email/resend")
  @Access(company = CompanyRole.VIEWER, tester = true, admin = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Send the link that confirms one's address again",
      description = "Earlier links work no more. A few times an hour.")
  ApiData<String> resend(@AuthenticationPrincipal CurrentUser user) {
    proofs.askAgain(user);
    return ApiData.of("The mail is on its way.");
  }

  @PostMapping("/email")
  @Access(company = CompanyRole.VIEWER, tester = true, admin = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Change one's address",
      description =
          "Sends a link to the new address. It is the account's once the link is confirmed; until"
              + " then the old one stays, and it is told of the change.")
  ApiData<String> change(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewAddress body) {
    proofs.change(user, body.email(), body.currentPassword());
    return ApiData.of("The mail is on its way.");
  }

  @PostMapping("/password/forgot")
  @Access(everyone = true)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for a new password",
      description =
          "Sends a link if an account has this address. The answer is the same when none has.")
  ApiData<String> forgot(@Valid @RequestBody Address body, HttpServletRequest request) {
    resets.ask(body.email(), Client.of(request));
    return ApiData.of("If an account has this address, a mail is on its way.");
  }

  @PostMapping("/password/reset")
  @Access(everyone = true)
  @Operation(
      summary = "Choose a new password",
      description =
          "With the token at the end of the mailed link, which works once and for an hour. Ends"
              + " every login of the person.")
  ApiData<String> reset(@Valid @RequestBody NewPassword body) {
    resets.choose(body.token(), body.password());
    return ApiData.of("Password changed; log in with it.");
  }

  @PostMapping("/invitation")
  @Access(company = CompanyRole.VIEWER)
  @Operation(
      summary = "Accept an invitation",
      description =
          "For people who have an account already: they join the company with it. The token is what"
              + " the invitation's link has after /invitation/.")
  ApiData<Joined> join(@AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Token body) {
    return ApiData.of(new Joined(invitations.join(user, body.token())));
  }
}
