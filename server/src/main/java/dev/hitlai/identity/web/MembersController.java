package dev.hitlai.identity.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;
import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Members;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.Invitations;
import dev.hitlai.identity.internal.Memberships;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to the company, and what they may do there. */
@RestController
@RequestMapping("/api/company/members")
@Access(company = ADMIN, scope = Scope.ADMIN)
@Tag(name = "Company")
class MembersController {
  private final Members members;
  private final Memberships memberships;

  MembersController(Members members, Memberships memberships) {
    this.members = members;
    this.memberships = memberships;
  }

  /** Whom to add. */
  record NewMember(@NotBlank @Size(max = 254) String email, @NotNull CompanyRole role) {}

  /** What a member may do from now on. */
  record RoleChange(@NotNull CompanyRole role) {}

  /**
   * Somebody who may join now.
   *
   * @param id of the invitation
   * @param inviteUrl the link that was mailed, for the case that the mail doesn't arrive
   */
  record InvitedMember(String status, String email, CompanyRole role, UUID id, String inviteUrl) {}

  @GetMapping
  @Access(company = VIEWER, scope = Scope.ADMIN)
  @Operation(summary = "List the members")
  ApiData<List<Members.Member>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(members.of(user.requireCompany()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Invite a member",
      description =
          "Mails a link that works once and for a week: whoever has an account joins with it,"
              + " others make one there. Inviting the same address again ends the earlier link.")
  ApiData<InvitedMember> add(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewMember body) {
    var made = memberships.invite(user, body.email(), body.role());
    return ApiData.of(
        new InvitedMember(
            "invited",
            body.email(),
            body.role(),
            made.id(),
            Links.absolute(Invitations.path(made.token()))));
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Change a member's role")
  ApiData<List<Members.Member>> change(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody RoleChange body) {
    memberships.change(user, id, body.role());
    return list(user);
  }

  @DeleteMapping("/{id}")
  @Access(company = VIEWER, scope = Scope.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Remove a member",
      description = "Everybody may remove themselves. The last owner can't be removed.")
  void remove(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    memberships.remove(user, id);
  }
}
