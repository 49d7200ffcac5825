package dev.hitlai.web.internal;

import dev.hitlai.web.view.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every template its {@code page}, and controllers that ask for it a {@link Page}. */
@Component
class PageArgument implements HandlerMethodArgumentResolver, HandlerInterceptor {
  private final Pages pages;

  PageArgument(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class;
  }

  @Override
  public Page resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    var servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw new IllegalStateException("a page needs a servlet request");
    }
    return pages.of(servlet);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView result) {
    if (result == null) {
      return;
    }
    String view = result.getViewName();
    if (view != null && !view.startsWith("redirect:") && !view.startsWith("forward:")) {
      result.getModelMap().addAttribute("page", pages.of(request));
    }
  }
}
