package dev.hitlai.identity.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.OpenInvitations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is invited and hasn't come yet; to invite somebody, add a member. */
@RestController
@RequestMapping("/api/company/invitations")
@Access(company = ADMIN, scope = Scope.ADMIN)
@Tag(name = "Company")
class InvitationsController {
  private final OpenInvitations invitations;

  InvitationsController(OpenInvitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping
  @Operation(summary = "List the open invitations")
  ApiData<List<OpenInvitations.Open>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(invitations.of(user.requireCompany()));
  }

  @PostMapping("/{id}/resend")
  @Operation(
      summary = "Send an invitation again",
      description = "With a new link; the one before works no more. A few times an hour.")
  ApiData<List<OpenInvitations.Open>> resend(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    invitations.sendAgain(user, id);
    return list(user);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an invitation back")
  void revoke(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    invitations.revoke(user, id);
  }
}
