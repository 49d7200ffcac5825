package dev.hitlai.testers.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.TesterRoster;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A tester's own profile, for programs. */
@RestController
@Tag(name = "Testers")
class TesterProfileController {
  private final TesterRoster roster;

  TesterProfileController(TesterRoster roster) {
    this.roster = roster;
  }

  @GetMapping("/api/tester/profile")
  @Access(tester = true)
  @Operation(summary = "Your profile as a tester")
  ApiData<TesterRoster.Profile> profile(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        roster
            .profile(user.requireTester())
            .orElseThrow(() -> ApiProblem.notFound("You aren't on the roster.")));
  }
}
