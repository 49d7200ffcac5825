package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.FeatureLocked;
import dev.hitlai.identity.Members;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.ApiKeys;
import dev.hitlai.identity.internal.CompanyProfiles;
import dev.hitlai.identity.internal.Invitations;
import dev.hitlai.identity.internal.Memberships;
import dev.hitlai.identity.internal.OpenInvitations;
import dev.hitlai.identity.internal.Seats;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of a company: profile, members, keys, what happened. */
@Controller
@RequestMapping("/company/settings")
@Access(company = CompanyRole.ADMIN)
class CompanySettingsPages {
  private static final String HOME = "redirect:/company/settings";

  private final CompanyProfiles profiles;
  private final Members members;
  private final Memberships memberships;
  private final OpenInvitations invitations;
  private final ApiKeys keys;
  private final Seats seats;
  private final FeatureGate features;
  private final Audit audit;

  CompanySettingsPages(
      CompanyProfiles profiles,
      Members members,
      Memberships memberships,
      OpenInvitations invitations,
      ApiKeys keys,
      Seats seats,
      FeatureGate features,
      Audit audit) {
    this.profiles = profiles;
    this.members = members;
    this.memberships = memberships;
    this.invitations = invitations;
    this.keys = keys;
    this.seats = seats;
    this.features = features;
    this.audit = audit;
  }

  @GetMapping
  @Access(company = CompanyRole.VIEWER)
  String profile(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("profile", profiles.of(user.requireCompany()));
    model.addAttribute("mayChange", user.isAtLeast(CompanyRole.ADMIN));
    return "identity/settings-profile";
  }

  @PostMapping
  String change(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String website,
      @RequestParam(defaultValue = "") String industry,
      @RequestParam(defaultValue = "") String companySize,
      @RequestParam(defaultValue = "") String billingEmail,
      @RequestParam(defaultValue = "false") boolean criticalNeedsReview,
      @RequestParam(defaultValue = "false") boolean secondFactorRequired,
      RedirectAttributes redirect) {
    var change =
        new CompanyProfiles.Change(
            name,
            website,
            industry,
            companySize,
            billingEmail,
            null,
            criticalNeedsReview,
            secondFactorRequired);
    return said(redirect, HOME, "Saved.", () -> profiles.change(user, change));
  }

  @GetMapping("/members")
  @Access(company = CompanyRole.VIEWER)
  String members(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("members", members.of(user.requireCompany()));
    model.addAttribute("seats", seats.standing(user.requireCompany()));
    model.addAttribute("me", user.userId());
    model.addAttribute("mayChange", user.isAtLeast(CompanyRole.ADMIN));
    model.addAttribute("mayMakeOwners", user.isAtLeast(CompanyRole.OWNER));
    model.addAttribute(
        "invitations",
        user.isAtLeast(CompanyRole.ADMIN)
            ? invitations.of(user.requireCompany())
            : List.<OpenInvitations.Open>of());
    model.addAttribute("invited", model.getAttribute("invited"));
    model.addAttribute("inviteUrl", model.getAttribute("inviteUrl"));
    return "identity/settings-members";
  }

  @PostMapping("/members")
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String email,
      @RequestParam CompanyRole role,
      RedirectAttributes redirect) {
    return said(
        redirect,
        HOME + "/members",
        null,
        () -> {
          var made = memberships.invite(user, email, role);
          redirect.addFlashAttribute("inviteUrl", Links.absolute(Invitations.path(made.token())));
          redirect.addFlashAttribute("invited", email);
        });
  }

  @PostMapping("/members/{id}/role")
  String role(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam CompanyRole role,
      RedirectAttributes redirect) {
    return said(
        redirect, HOME + "/members", "Role changed.", () -> memberships.change(user, id, role));
  }

  @PostMapping("/members/{id}/removal")
  @Access(company = CompanyRole.VIEWER)
  String remove(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(redirect, HOME + "/members", "Removed.", () -> memberships.remove(user, id));
  }

  @PostMapping("/invitations/{id}/resend")
  String inviteAgain(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(redirect, HOME + "/members", "Sent again.", () -> invitations.sendAgain(user, id));
  }

  @PostMapping("/invitations/{id}/revocation")
  String takeBack(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(redirect, HOME + "/members", "Taken back.", () -> invitations.revoke(user, id));
  }

  @GetMapping("/keys")
  String keys(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("keys", keys.of(user.requireCompany()));
    model.addAttribute("access", features.standing(user.requireCompany(), FeatureKey.API_ACCESS));
    model.addAttribute("secret", model.getAttribute("secret"));
    return "identity/settings-keys";
  }

  @PostMapping("/keys")
  String makeKey(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<String> scopes,
      RedirectAttributes redirect) {
    return said(
        redirect,
        HOME + "/keys",
        null,
        () -> {
          if (name.isBlank() || name.length() > 200) {
            throw ApiProblem.invalid("name", "must have 1 to 200 characters");
          }
          var wanted = EnumSet.noneOf(Scope.class);
          scopes.forEach(scope -> wanted.add(Scope.of(scope)));
          redirect.addFlashAttribute("secret", keys.make(user, name, wanted, null).secret());
        });
  }

  @PostMapping("/keys/{id}/revocation")
  String revoke(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      RedirectAttributes redirect) {
    return said(redirect, HOME + "/keys", "Revoked.", () -> keys.revoke(user, id));
  }

  @GetMapping("/activity")
  String activity(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("entries", audit.of(user.requireCompany()));
    return "identity/settings-activity";
  }

  /** Does it and goes back to the page with a sentence about how it went. */
  private static String said(
      RedirectAttributes redirect, String back, @Nullable String done, Runnable work) {
    try {
      work.run();
      if (done != null) {
        redirect.addFlashAttribute(Flash.KEY, Flash.success(done));
      }
    } catch (FeatureLocked locked) {
      // Answered with a page of its own.
      throw locked;
    } catch (ApiProblem refused) {
      Problems problems = SignUpController.problems(refused);
      redirect.addFlashAttribute(
          Flash.KEY, Flash.error(String.join(" ", problems.byField().values())));
    }
    return back;
  }
}
