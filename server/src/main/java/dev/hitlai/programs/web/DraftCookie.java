package dev.hitlai.programs.web;

import dev.hitlai.platform.Secrets;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.internal.ApplicationDrafts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Whose draft it is: a token that only this browser has. */
@Component
class DraftCookie {
  private final ApplicationDrafts drafts;

  DraftCookie(ApplicationDrafts drafts) {
    this.drafts = drafts;
  }

  /** The token, or nothing. */
  String read(Program program, HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name(program));
    return cookie != null && cookie.getValue().matches("[\\w-]{20,100}") ? cookie.getValue() : "";
  }

  String readOrMake(Program program, HttpServletRequest request, HttpServletResponse response) {
    String known = read(program, request);
    String token = known.isEmpty() ? Secrets.token() : known;
    set(program, token, Duration.ofSeconds(drafts.lifetimeSeconds()), request, response);
    return token;
  }

  void drop(Program program, HttpServletRequest request, HttpServletResponse response) {
    set(program, "", Duration.ZERO, request, response);
  }

  private static void set(
      Program program,
      String token,
      Duration age,
      HttpServletRequest request,
      HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(name(program), token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path(program.path())
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static String name(Program program) {
    return "application_" + program.code();
  }
}
