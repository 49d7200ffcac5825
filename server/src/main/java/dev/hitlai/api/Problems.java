package dev.hitlai.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that says no: problem details to programs, the status to browsers, which get an
 * error page for it.
 */
@Component
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final String ANSWERED = Problems.class.getName();

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /** Whether the answer is problem details rather than a page. */
  public static boolean wanted(HttpServletRequest request) {
    String path = path(request);
    if (path.equals("/api") || path.startsWith("/api/")) {
      return true;
    }
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("json") && !accepted.contains("html");
  }

  /** With what the request was refused; null when it wasn't. */
  public static @Nullable ApiProblem answered(HttpServletRequest request) {
    return request.getAttribute(ANSWERED) instanceof ApiProblem problem ? problem : null;
  }

  /** Answers with the problem; a response that has begun can't be taken back. */
  public void answer(HttpServletRequest request, HttpServletResponse response, ApiProblem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    request.setAttribute(ANSWERED, problem);
    if (!wanted(request)) {
      response.sendError(problem.code().status(), problem.sentence());
      return;
    }
    write(
        response, Problem.of(problem.code(), problem.sentence(), path(request), problem.details()));
  }

  /** Answers a failure of ours: logs it under an id that the caller can quote. */
  public void answerFailure(
      HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    LOG.error(
        "Request {} ({} {}) failed",
        request.getRequestId(),
        request.getMethod(),
        path(request),
        failure);
    answer(request, response, failure(request));
  }

  /** What a caller is told of a failure of ours. */
  public static ApiProblem failure(HttpServletRequest request) {
    String id = request.getRequestId();
    return new ApiProblem(
        ErrorCode.INTERNAL_ERROR,
        "Something went wrong on our side. Quote %s when you report it.".formatted(id),
        Map.of("id", id));
  }

  private void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    byte[] body = json.writeValueAsBytes(problem);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
        ? failed
        : request.getRequestURI();
  }
}
