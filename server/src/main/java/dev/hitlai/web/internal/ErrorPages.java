package dev.hitlai.web.internal;

import dev.hitlai.web.view.ErrorPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors as pages of ours to browsers; other clients get problem details elsewhere. */
@Component
class ErrorPages implements ErrorViewResolver {
  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> attributes) {
    var error = ErrorPage.of(status.value(), request.getRequestId()).because(reason(request));
    return new ModelAndView("web/error", Map.of("error", error), status);
  }

  /** The sentence the refusal was given; what containers say is no sentence and stays inside. */
  private static @Nullable String reason(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String said
            && said.endsWith(".")
        ? said
        : null;
  }
}
