package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the servlet container sends errors to: problem details or a page. */
@Hidden
@Controller
class ErrorAnswers implements ErrorController {
  private final Problems problems;
  private final List<ErrorViewResolver> pages;

  ErrorAnswers(Problems problems, List<ErrorViewResolver> pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = status(request);
    if (Problems.wanted(request)) {
      problems.answer(request, response, problem(request, status));
      return null;
    }
    response.setStatus(status.value());
    return pages.stream()
        .map(resolver -> resolver.resolveErrorView(request, status, Map.of()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static ApiProblem problem(HttpServletRequest request, HttpStatus status) {
    if (status.is5xxServerError()) {
      return Problems.failure(request);
    }
    ErrorCode code = ErrorCode.ofStatus(status.value());
    return new ApiProblem(code, code.title() + ".");
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    // Somebody who opens /error by hand finds nothing there.
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}
