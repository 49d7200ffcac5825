package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Request;
import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Defects;
import dev.hitlai.demosite.site.Parts;
import dev.hitlai.demosite.site.Templates;
import java.util.HashMap;
import java.util.Map;

/** One request together with all that a page needs to answer it. */
record Visit(Request request, Session session, Defects defects, Templates templates, int port)
    implements Parts {

  boolean has(String defect) {
    return defects.has(defect);
  }

  /** The rest of the path after a prefix such as {@code /product/}. */
  String pathAfter(String prefix) {
    return request.path().substring(prefix.length());
  }

  /** A whole page: layout around the template of this name. */
  Response page(String name, String title, Map<String, Object> values) {
    Map<String, Object> shared = new HashMap<>(Layout.values(this, name, title));
    shared.putAll(values);
    shared.put("content", part(name, shared));
    return Response.html(part("layout", shared));
  }

  @Override
  public String part(String name, Map<String, ?> values) {
    return templates.page(name).render(values, defects::has);
  }

  Response message(String heading, String text) {
    return page("message", heading, Map.of("heading", heading, "text", text));
  }

  Response notFound() {
    return message("This page isn't here", "It may have moved. The search above finds our goods.")
        .withStatus(404);
  }
}
