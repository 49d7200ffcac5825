package dev.hitlai.web.internal;

import dev.hitlai.web.view.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers in a cookie which colours a reader wants. */
@Controller
class ThemeController {
  static final String COOKIE = "theme";

  @PostMapping("/theme")
  ResponseEntity<Void> choose(
      @RequestParam String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request) {
    var cookie =
        ResponseCookie.from(COOKIE, Theme.of(theme).value())
            .path("/")
            .maxAge(Duration.ofDays(365))
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    return ResponseEntity.status(303)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .location(local(back))
        .build();
  }

  /** Only a path of our own, so that nobody is led elsewhere. */
  private static URI local(String back) {
    boolean ours = back.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*") || back.equals("/");
    return URI.create(ours ? back : "/");
  }
}
