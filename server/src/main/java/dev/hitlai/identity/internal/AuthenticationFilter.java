package dev.hitlai.identity.internal;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks — by the Authorization header, else by the session — and asks the database as
 * them for as long as the request lasts. Whoever shows a bad token is nobody, not an error: public
 * pages stay readable, and everything else answers 401.
 */
final class AuthenticationFilter extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";

  private final Sessions sessions;
  private final Principals principals;
  private final AccessTokens tokens;
  private final ApiKeys keys;

  AuthenticationFilter(
      Sessions sessions, Principals principals, AccessTokens tokens, ApiKeys keys) {
    this.sessions = sessions;
    this.principals = principals;
    this.tokens = tokens;
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/assets/");
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    CurrentUser user = user(request);
    if (user == null) {
      chain.doFilter(request, response);
      return;
    }
    user.keepOn(request);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new Signed(user));
    SecurityContextHolder.setContext(context);
    asThem(user, request, response, chain);
  }

  private static void asThem(
      CurrentUser user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Tenancy.<Exception>run(user.actor(), () -> chain.doFilter(request, response));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private @Nullable CurrentUser user(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? bearer(header.substring(BEARER.length()).strip())
          : null;
    }
    var claim = sessions.claim(request);
    return claim == null ? null : principals.load(claim);
  }

  private @Nullable CurrentUser bearer(String token) {
    if (token.startsWith(ApiKeys.MARK)) {
      return keys.authenticate(token);
    }
    var claim = tokens.read(token);
    return claim == null ? null : principals.load(claim);
  }
}
