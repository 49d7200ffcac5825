package dev.hitlai.identity.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.internal.Invitations;
import dev.hitlai.identity.internal.Invitations.Invitation;
import dev.hitlai.identity.internal.Sessions;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
  String form(@PathVariable String token, Model model) {
    return page(model, token, "", Problems.none());
  }

  @PostMapping("/invitation/{token}")
  String accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
      response.setStatus(400);
      return page(
          model, token, displayName, new Problems(Map.of("displayName", "Enter your name.")));
    }
    try {
      sessions.begin(request, response, invitations.accept(token, displayName, password));
      return "redirect:/start";
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return page(model, token, displayName, SignUpController.problems(refused));
    }
  }

  private String page(Model model, String token, String displayName, Problems problems) {
    Invitation invitation =
        invitations
            .find(token)
            .orElseThrow(
                () -> ApiProblem.notFound("This invitation has been used or has expired."));
    model.addAttribute("token", token);
    model.addAttribute("invitation", invitation);
    model.addAttribute("displayName", displayName);
    model.addAttribute("problems", problems);
    return "identity/invitation";
  }
}
