package dev.hitlai.recording.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the recorder on other people's pages read our answers, refusals too. Which pages may send is
 * decided by the key; no cookie ever comes along.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RecorderHeaders extends OncePerRequestFilter {
  private static final Pattern RECORDER =
      Pattern.compile("/api/recordings/(config|[^/]+/(batch|batches|forget))");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !RECORDER.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    response.setHeader("Vary", "Origin");
    chain.doFilter(request, response);
  }
}
