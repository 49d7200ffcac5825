package dev.hitlai.identity.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Keeps members without a second factor out of a company that asks for one. Their own account stays
 * open to them, because that is where they set it up. Keys of programs are no members.
 */
final class SecondFactorDuty {
  private static final String SET_UP = "/account/security";

  private SecondFactorDuty() {}

  static boolean stands(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof CurrentUser user
        && user.standing().secondFactorMissing()
        && isOfTheCompany(request.getRequestURI());
  }

  private static boolean isOfTheCompany(String path) {
    return path.startsWith("/api/")
        ? !path.startsWith("/api/auth/")
        : path.startsWith("/company") && !path.startsWith("/company/account");
  }

  /** Programs get a problem, people the page to set it up. */
  static boolean refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      throw ApiProblem.forbidden(
          "This company asks its members for a second factor; set yours up at " + SET_UP + ".");
    }
    response.sendRedirect(SET_UP);
    return false;
  }
}
