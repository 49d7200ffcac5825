package dev.hitlai.demosite.site;

import dev.hitlai.demosite.http.Request;
import dev.hitlai.demosite.http.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which page answers which path; a path that ends in a slash stands for all below it. */
public final class Routes<V> {

  public interface Page<V> {
    Response answer(V visit);
  }

  private final Map<String, Page<V>> shown = new HashMap<>();
  private final Map<String, Page<V>> below = new LinkedHashMap<>();
  private final Map<String, Page<V>> sent = new HashMap<>();

  public Routes<V> get(String path, Page<V> page) {
    (path.length() > 1 && path.endsWith("/") ? below : shown).put(path, page);
    return this;
  }

  public Routes<V> post(String path, Page<V> page) {
    sent.put(path, page);
    return this;
  }

  public Optional<Response> answer(Request request, V visit) {
    String path = request.path();
    Page<V> page = request.isPost() ? sent.get(path) : shown.get(path);
    if (page == null && !request.isPost()) {
      page =
          below.entrySet().stream()
              .filter(entry -> path.startsWith(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
    }
    return Optional.ofNullable(page).map(found -> found.answer(visit));
  }
}
