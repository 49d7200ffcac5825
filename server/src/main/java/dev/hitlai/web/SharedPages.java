package dev.hitlai.web;

import dev.hitlai.web.view.Theme;
import java.util.Map;

/**
 * Renders pages that look the same to everybody, so that they can be kept and served as bytes. Such
 * a page knows no viewer, and its forms carry no token: those that need one stand elsewhere.
 */
public interface SharedPages {

  /**
   * @param template as controllers name it, such as {@code health/status}
   * @param address path and query at which the page is served
   * @param model what the template takes beside {@code page}
   * @return HTML in UTF-8
   */
  byte[] render(String template, String address, Theme theme, Map<String, Object> model);
}
