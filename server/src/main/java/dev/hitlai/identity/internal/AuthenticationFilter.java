package dev.hitlai.identity.internal;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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

  /** Which of the companies of a person a program's request is about. */
  private static final String COMPANY = "X-Company-Id";

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
          ? bearer(header.substring(BEARER.length()).strip(), request.getHeader(COMPANY))
          : null;
    }
    var claim = sessions.claim(request);
    return claim == null ? null : principals.load(claim);
  }

  private @Nullable CurrentUser bearer(String token, @Nullable String company) {
    if (token.startsWith(ApiKeys.MARK)) {
      var key = keys.authenticate(token);
      // A key is one company's; asked to act for another, it counts for nothing.
      return key == null || company == null || String.valueOf(key.companyId()).equals(company)
          ? key
          : null;
    }
    var claim = tokens.read(token);
    if (claim == null) {
      return null;
    }
    return principals.load(company == null ? claim : claim.within(id(company)));
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
