package dev.hitlai.api;

import dev.hitlai.identity.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All routes of ours below {@code /api}, read from the running server. */
final class Routes {
  private Routes() {}

  /** A method and a path pattern, and what answers it. */
  record Route(String method, String pattern, HandlerMethod handler) {
    String name() {
      return method + " " + pattern;
    }

    @Nullable Access access() {
      Access own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
      return own != null
          ? own
          : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
    }

    boolean forCompanies() {
      Access access = access();
      return access != null && access.company().length > 0;
    }

    boolean takesBody() {
      return Arrays.stream(handler.getMethodParameters())
          .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    boolean takesId() {
      return Arrays.stream(handler.getMethodParameters())
          .anyMatch(
              parameter ->
                  parameter.hasParameterAnnotation(PathVariable.class)
                      && parameter.getParameterType() == UUID.class);
    }

    /** The path with that in place of each variable but a format. */
    String path(String id) {
      return pattern.replace("{format}", "json").replaceAll("\\{[^}]+}", id);
    }

    String beginning() {
      return pattern.substring(0, pattern.indexOf('{'));
    }
  }

  static List<Route> of(RequestMappingHandlerMapping mapping) {
    var routes = new ArrayList<Route>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                  if (pattern.startsWith("/api/")
                      && handler.getBeanType().getName().startsWith("dev.hitlai.")) {
                    routes.add(new Route(method.name(), pattern, handler));
                  }
                }
              }
            });
    return routes;
  }
}
