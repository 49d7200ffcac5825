package dev.hitlai.web.internal;

import dev.hitlai.web.PageHeaders;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what pages of ours may do: load from here only, run no inline code, never be
 * framed. It stands before everything else, so that refusals carry the headers too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {
  /** The viewer of the API's description, which isn't ours, sets styles on its elements. */
  private static final String VIEWER = "/api/swagger-ui/";

  private static final String VIEWER_POLICY =
      PageHeaders.POLICY + "; style-src 'self' 'unsafe-inline'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    PageHeaders.ALL.forEach(response::setHeader);
    if (request.getServletPath().startsWith(VIEWER)) {
      response.setHeader("Content-Security-Policy", VIEWER_POLICY);
    }
    chain.doFilter(request, response);
  }
}
