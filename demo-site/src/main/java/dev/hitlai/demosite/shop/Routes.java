package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which page answers which path; a path that ends in a slash stands for all below it. */
final class Routes {

  interface Page {
    Response answer(Visit visit);
  }

  private final Map<String, Page> shown = new HashMap<>();
  private final Map<String, Page> below = new LinkedHashMap<>();
  private final Map<String, Page> sent = new HashMap<>();

  Routes get(String path, Page page) {
    (path.length() > 1 && path.endsWith("/") ? below : shown).put(path, page);
    return this;
  }

  Routes post(String path, Page page) {
    sent.put(path, page);
    return this;
  }

  Response answer(Visit visit) {
    String path = visit.request().path();
    Page page = visit.request().isPost() ? sent.get(path) : shown.get(path);
    if (page == null && !visit.request().isPost()) {
      page =
          below.entrySet().stream()
              .filter(entry -> path.startsWith(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    return page == null ? visit.notFound() : page.answer(visit);
  }
}
