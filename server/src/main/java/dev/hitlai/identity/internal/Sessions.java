package dev.hitlai.identity.internal;

import dev.hitlai.identity.AuthMethod;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The login of a browser: its session holds who logged in and when, and nothing that could grow
 * old.
 */
@Component
public class Sessions {
  private static final String USER = "user";
  private static final String COMPANY = "company";

  private final Clock clock;
  private final CsrfTokenRepository csrf;

  Sessions(Clock clock, CsrfTokenRepository csrf) {
    this.clock = clock;
    this.csrf = csrf;
  }

  /** Logs a person in: a new session id and a new CSRF token, so that no planted one counts. */
  public void begin(HttpServletRequest request, HttpServletResponse response, UUID userId) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(USER, userId.toString());
    session.setAttribute(BrowserSessions.SINCE, clock.instant().toEpochMilli());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, userId.toString());
    var client = Client.of(request);
    session.setAttribute(BrowserSessions.ADDRESS, client.address());
    if (client.userAgent() != null) {
      session.setAttribute(BrowserSessions.AGENT, client.userAgent());
    }
    csrf.saveToken(null, request, response);
  }

  /** Keeps the session although the others just ended. */
  public void renew(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(USER) != null) {
      session.setAttribute(BrowserSessions.SINCE, clock.instant().plusMillis(1).toEpochMilli());
    }
  }

  /** Ends the session of this browser, if it has one. */
  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Makes another company of the person the one that pages are about. */
  public void choose(HttpServletRequest request, UUID companyId) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(COMPANY, companyId.toString());
    }
  }

  Principals.@Nullable Claim claim(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(USER) instanceof String user)
        || !(session.getAttribute(BrowserSessions.SINCE) instanceof Long since)) {
      return null;
    }
    UUID company =
        session.getAttribute(COMPANY) instanceof String chosen ? UUID.fromString(chosen) : null;
    return new Principals.Claim(
        UUID.fromString(user), company, false, Instant.ofEpochMilli(since), AuthMethod.SESSION);
  }
}
