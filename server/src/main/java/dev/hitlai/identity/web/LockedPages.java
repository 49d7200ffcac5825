package dev.hitlai.identity.web;

import dev.hitlai.api.Problems;
import dev.hitlai.identity.FeatureLocked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a feature that isn't open instead of its page: what it is, how far away and when. Programs
 * get the same facts as problem details.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LockedPages {
  private final Problems problems;

  LockedPages(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(FeatureLocked.class)
  @Nullable ModelAndView show(
      FeatureLocked locked, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Problems.wanted(request)) {
      problems.answer(request, response, locked);
      return null;
    }
    // Forwarded, because only what a controller answers gets what is around every page.
    request.setAttribute(LockedPage.STANDING, locked.standing());
    response.setStatus(HttpStatus.FORBIDDEN.value());
    return new ModelAndView("forward:" + LockedPage.PATH);
  }
}
