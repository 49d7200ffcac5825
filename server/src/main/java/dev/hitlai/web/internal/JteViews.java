package dev.hitlai.web.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds the compiled template of a view name: {@code web/home} is {@code web/home.jte}. */
class JteViews implements ViewResolver, Ordered {
  private final TemplateEngine templates;

  JteViews(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(templates, template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  private record JteView(TemplateEngine templates, String name) implements View {
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    /** Renders wholly before the first byte leaves, so that an error still gets its own page. */
    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var output = new Utf8ByteOutput();
      templates.render(name, new HashMap<String, Object>(model == null ? Map.of() : model), output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
