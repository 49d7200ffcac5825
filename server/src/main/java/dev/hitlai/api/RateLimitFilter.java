package dev.hitlai.api;

import dev.hitlai.api.internal.ApiSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Counts requests below {@code /api} for the account, key or address they come from, and says on
 * every answer how the caller stands. Stands behind authentication in the security chain.
 */
@Component
public class RateLimitFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimitFilter.class);

  private final RateLimits limits;
  private final Problems problems;
  private final ApiSettings settings;
  private final RequestMappingHandlerMapping routes;

  RateLimitFilter(
      RateLimits limits,
      Problems problems,
      ApiSettings settings,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    this.limits = limits;
    this.problems = problems;
    this.settings = settings;
    this.routes = routes;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RateLimits.Standing standing = standing(request);
    response.setHeader("X-RateLimit-Limit", String.valueOf(standing.limit().amount()));
    response.setHeader("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
    response.setHeader("X-RateLimit-Reset", String.valueOf(standing.reset().toSeconds()));
    if (standing.allowed()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Retry-After", String.valueOf(Math.max(1, standing.waitSeconds())));
    problems.answer(request, response, RateLimits.refusal(standing));
  }

  private RateLimits.Standing standing(HttpServletRequest request) {
    HandlerMethod handler = handler(request);
    RateLimited own = handler == null ? null : handler.getMethodAnnotation(RateLimited.class);
    String caller = caller(request, own);
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (handler == null || own == null) {
      return limits.take("api|" + caller, Limit.perMinute(settings.requestsPerMinute()));
    }
    String route = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    Duration period = own.per().getDuration();
    if (own.perServer()) {
      return limits.takeHere(route + "|" + caller, new Limit(own.value(), period));
    }
    return limits.take(
        route + "|" + caller,
        new Limit(own.value(), period),
        pattern == null ? route : pattern.toString());
  }

  private static String caller(HttpServletRequest request, @Nullable RateLimited own) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean byAddress = own != null && own.byAddress();
    return !byAddress
            && authentication != null
            && authentication.getPrincipal() instanceof Caller caller
        ? caller.limitKey()
        : "address:" + request.getRemoteAddr();
  }

  private @Nullable HandlerMethod handler(HttpServletRequest request) {
    try {
      var execution = routes.getHandler(request);
      return execution != null && execution.getHandler() instanceof HandlerMethod method
          ? method
          : null;
    } catch (Exception unmapped) {
      // A wrong method or media type; the dispatcher will say so, the common limit counts it.
      LOG.debug("No route takes {} {}", request.getMethod(), request.getRequestURI(), unmapped);
      return null;
    }
  }
}
