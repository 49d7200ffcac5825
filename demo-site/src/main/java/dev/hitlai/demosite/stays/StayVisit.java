package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Request;
import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Defects;
import dev.hitlai.demosite.site.Parts;
import dev.hitlai.demosite.site.Templates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One request together with all that a page needs to answer it. */
record StayVisit(
    Request request,
    StaysSession session,
    Defects defects,
    Templates templates,
    LocalDate today,
    int port)
    implements Parts {

  boolean has(String defect) {
    return defects.has(defect);
  }

  /** The rest of the path after a prefix such as {@code /stay/}. */
  String pathAfter(String prefix) {
    return request.path().substring(prefix.length());
  }

  /** A whole page: layout around the template of this name. */
  Response page(String name, String title, Map<String, Object> values) {
    Map<String, Object> shared = new HashMap<>(StayLayout.values(this, name, title));
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
    return message("We can't find this page", "It may have moved. Start again from the stays.")
        .withStatus(404);
  }
}
