package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.Logins;
import dev.hitlai.identity.internal.SecondStep;
import dev.hitlai.identity.internal.SignUps;
import dev.hitlai.identity.internal.TokenPairs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and tokens for programs. */
@RestController
@RequestMapping("/api/auth")
@Access(everyone = true)
@Tag(name = "Authentication")
class AuthController {
  private final SignUps signUps;
  private final Logins logins;
  private final SecondStep step;
  private final TokenPairs tokens;

  AuthController(SignUps signUps, Logins logins, SecondStep step, TokenPairs tokens) {
    this.signUps = signUps;
    this.logins = logins;
    this.step = step;
    this.tokens = tokens;
  }

  /** What login needs. */
  record LoginRequest(
      @NotBlank @Size(max = 320) String email, @NotBlank @Size(max = 1000) String password) {}

  /** A token that renews a login. */
  record RefreshRequest(@NotBlank @Size(max = 200) String refresh_token) {}

  @PostMapping("/signup")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make an account",
      description =
          "A company when companyName is given, a tester when displayName is, or as userType says."
              + " Answers like login.")
  TokenAnswer signUp(@Valid @RequestBody SignUpRequest body, HttpServletRequest request) {
    var client = Client.of(request);
    UUID person =
        switch (body.kind()) {
          case COMPANY -> signUps.company(body.company(), client);
          case TESTER -> signUps.tester(body.tester(), client);
          case ADMIN -> throw ApiProblem.invalid("userType", "must be company or tester");
        };
    return TokenAnswer.of(tokens.begin(person, client));
  }

  @PostMapping("/login")
  @Operation(
      summary = "Log in",
      description =
          "Gives a token for 15 minutes and one that renews it. After ten wrong passwords in a row"
              + " an account takes none for a while, longer each time. When the account has a"
              + " second factor, the answer to the right password is 401 with details.mfaToken, for"
              + " /api/auth/mfa/verify.")
  TokenAnswer login(@Valid @RequestBody LoginRequest body, HttpServletRequest request) {
    var client = Client.of(request);
    var checked = logins.check(body.email(), body.password(), client);
    if (checked.needsCode()) {
      throw new ApiProblem(
          ErrorCode.UNAUTHORIZED,
          "The code of your second factor is needed too.",
          Map.of(
              "mfaRequired", true,
              "mfaToken", step.begin(checked.userId()),
              "expiresInSeconds", step.lifetime().toSeconds()));
    }
    return TokenAnswer.of(tokens.begin(checked.userId(), client));
  }

  @PostMapping("/refresh")
  @Operation(
      summary = "Renew a login",
      description =
          "A refresh token works once and is replaced. Showing one again ends the whole login.")
  TokenAnswer refresh(@Valid @RequestBody RefreshRequest body, HttpServletRequest request) {
    return TokenAnswer.of(tokens.renew(body.refresh_token(), Client.of(request)));
  }

  @PostMapping("/logout")
  @Operation(summary = "Log out", description = "Ends the login the refresh token belongs to.")
  ApiData<String> logout(@Valid @RequestBody RefreshRequest body) {
    tokens.end(body.refresh_token());
    return ApiData.of("Logged out.");
  }
}
