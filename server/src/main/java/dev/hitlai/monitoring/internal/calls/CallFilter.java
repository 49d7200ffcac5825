package dev.hitlai.monitoring.internal.calls;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.monitoring.Measurements;
import dev.hitlai.monitoring.Measurements.Result;
import dev.hitlai.monitoring.MetricType;
import dev.hitlai.monitoring.internal.security.RequestSignals;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Looks at every request when it is over: measures it, logs it when it is one of the API, and tells
 * what looks suspicious. Stands outside of the security chain, so that refusals count too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CallFilter extends OncePerRequestFilter {
  static final int LONGEST_BODY = 8192;
  private static final String NOWHERE = "(no route)";

  private final Measurements measurements;
  private final RequestSignals signals;
  private final CallLog log;

  CallFilter(Measurements measurements, RequestSignals signals, CallLog log) {
    this.measurements = measurements;
    this.signals = signals;
    this.log = log;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    var watched =
        keepsBody(request) ? new ContentCachingRequestWrapper(request, LONGEST_BODY) : request;
    boolean passed = false;
    try {
      chain.doFilter(watched, response);
      passed = true;
    } finally {
      if (watched.isAsyncStarted()) {
        watched.getAsyncContext().addListener(new WhenDone(watched, response, began));
      } else {
        // What comes out as an exception is answered by the container, with 500.
        over(watched, passed ? response.getStatus() : 500, began, false);
      }
    }
  }

  private static boolean keepsBody(HttpServletRequest request) {
    String type = request.getContentType();
    return isApi(request)
        && type != null
        && type.startsWith("application/json")
        && request.getContentLengthLong() <= LONGEST_BODY;
  }

  private static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private void over(HttpServletRequest request, int status, long began, boolean streamed) {
    var took = Duration.ofNanos(System.nanoTime() - began);
    String route = route(request);
    @Nullable CurrentUser user = CurrentUser.of(request);
    // A stream lasts as long as its reader likes, which says nothing about speed.
    if (!streamed) {
      measurements.add(MetricType.API_LATENCY, route, method(request), took, result(status));
    }
    signals.look(request, route, status, user);
    if (isApi(request)) {
      log.add(request, route, method(request), status, took, user);
    }
  }

  private static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null || pattern.equals("/**") ? NOWHERE : pattern.toString();
  }

  /** Anybody can make up a method; only those that are known become values of a column. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> request.getMethod();
      default -> "OTHER";
    };
  }

  private static Result result(int status) {
    return status >= 500 ? Result.FAILED : status >= 400 ? Result.REFUSED : Result.FINE;
  }

  private final class WhenDone implements AsyncListener {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long began;

    WhenDone(HttpServletRequest request, HttpServletResponse response, long began) {
      this.request = request;
      this.response = response;
      this.began = began;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      String type = response.getContentType();
      boolean streamed = type != null && type.startsWith("text/event-stream");
      over(request, response.getStatus(), began, streamed);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
