package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Invitations;
import dev.hitlai.identity.internal.Invitations.Invitation;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind a link to join a company. */
@Controller
class InvitationController {
  private static final int LONGEST_NAME = 200;

  private final Invitations invitations;
  private final Sessions sessions;

  InvitationController(Invitations invitations, Sessions sessions) {
    this.invitations = invitations;
    this.sessions = sessions;
  }

  @GetMapping("/invitation/{token}")
  String form(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String proof,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      Model model) {
    return page(model, new Link(token, proof), user, "", Problems.none());
  }

  @PostMapping("/invitation/{token}")
  String accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String proof,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "") String password,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    var link = new Link(token, proof);
    if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
      response.setStatus(400);
      var problems = new Problems(Map.of("displayName", "Enter your name."));
      return page(model, link, user, displayName, problems);
    }
    try {
      UUID person = invitations.accept(token, proof, displayName, password);
      sessions.begin(request, response, person);
      return "redirect:/start";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(model, link, user, displayName, SignUpController.problems(refused));
    }
  }

  /** With the account that is logged in. */
  @PostMapping("/invitation/{token}/join")
  @Access(company = CompanyRole.VIEWER)
  String join(
      @PathVariable String token,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    try {
      sessions.choose(request, invitations.join(user, token));
      redirect.addFlashAttribute(Flash.KEY, Flash.success("You belong to the company now."));
    } catch (ApiProblem refused) {
      redirect.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/start";
  }

  /** The two parts of an invitation's address. */
  private record Link(String token, String proof) {}

  private String page(
      Model model, Link link, @Nullable CurrentUser user, String displayName, Problems problems) {
    Invitation invitation =
        invitations
            .find(link.token())
            .orElseThrow(
                () ->
                    ApiProblem.notFound(
                        "This invitation has been used, was taken back or has expired."));
    model.addAttribute("token", link.token());
    model.addAttribute("proof", link.proof());
    model.addAttribute("signedInAs", user == null ? "" : user.email());
    model.addAttribute("invitation", invitation);
    model.addAttribute("displayName", displayName);
    model.addAttribute("problems", problems);
    return "identity/invitation";
  }
}
