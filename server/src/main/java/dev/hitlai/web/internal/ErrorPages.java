package dev.hitlai.web.internal;

import dev.hitlai.web.view.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
    var error = ErrorPage.of(status.value(), request.getRequestId());
    return new ModelAndView("web/error", Map.of("error", error), status);
  }
}
