package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller threw into the answer of {@link Problems}. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiErrors {
  private final Problems problems;

  ApiErrors(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ApiProblem problem = problem(thrown);
    if (problem == null) {
      problems.answerFailure(request, response, thrown);
      return;
    }
    if (thrown instanceof ErrorResponse known) {
      known.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }
    if (problem.details().get("retryAfterSeconds") instanceof Number seconds) {
      response.setHeader("Retry-After", seconds.toString());
    }
    problems.answer(request, response, problem);
  }

  /** The reader has gone: there is nobody to answer. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {}

  /** Null for what is a failure of ours. */
  private static @Nullable ApiProblem problem(Exception thrown) {
    if (thrown instanceof AuthenticationException) {
      return new ApiProblem(ErrorCode.UNAUTHORIZED, "Log in or send a key or token.");
    }
    if (thrown instanceof AccessDeniedException) {
      return ApiProblem.forbidden("You may not do this.");
    }
    if (thrown instanceof ApiProblem problem) {
      return problem;
    }
    ApiProblem invalid = InvalidInput.of(thrown);
    return invalid != null ? invalid : StoredBadly.of(thrown);
  }
}
