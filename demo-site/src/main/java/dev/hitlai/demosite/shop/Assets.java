package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.HugePicture;
import dev.hitlai.demosite.site.Pause;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Style, script and pictures; the heavy and the slow ones exist only in the flawed shop. */
final class Assets {

  private static final int SLOW_SCRIPT_MILLIS = 1_600;
  private static final int HUGE_SCRIPT_ROWS = 12_000;
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final HugePicture hugePicture = new HugePicture();

  Response asset(Visit visit) {
    String path = visit.request().path().substring(1);
    if (!path.matches("assets/[a-z]+\\.(css|js)")) {
      return visit.notFound();
    }
    String type = path.endsWith(".css") ? "text/css" : "text/javascript";
    return visit
        .templates()
        .file(path)
        .map(
            template ->
                Response.text(200, type + "; charset=utf-8", template.render(Map.of(), visit::has))
                    .with("Cache-Control", "no-cache"))
        .orElseGet(visit::notFound);
  }

  Response picture(Visit visit) {
    String path = visit.request().path().substring(1);
    if (!path.matches("img/[a-z-]+\\.svg")) {
      return visit.notFound();
    }
    return visit
        .templates()
        .bytes(path)
        .map(
            bytes ->
                Response.bytes(200, "image/svg+xml", bytes).with("Cache-Control", "max-age=3600"))
        .orElseGet(visit::notFound);
  }

  Response hugePicture(Visit visit) {
    return visit.has("home-huge-image")
        ? Response.bytes(200, "image/png", hugePicture.png())
        : visit.notFound();
  }

  Response slowScript(Visit visit) {
    Pause.millis(SLOW_SCRIPT_MILLIS);
    return Response.text(200, "text/javascript", "window.personalised = true;\n")
        .with("Cache-Control", "no-store");
  }

  /** About a megabyte of script that the page hardly needs, sent without compression. */
  Response hugeScript(Visit visit) {
    StringBuilder script = new StringBuilder("window.catalogueBundle = [\n");
    for (int row = 0; row < HUGE_SCRIPT_ROWS; row++) {
      script
          .append("{\"row\":")
          .append(row)
          .append(",\"module\":\"catalogue/legacy/widget-")
          .append(row % 97)
          .append("\",\"enabled\":false,\"weight\":")
          .append(row * 31 % 1009)
          .append("},\n");
    }
    byte[] body = script.append("];\n").toString().getBytes(StandardCharsets.UTF_8);
    return Response.bytes(200, "text/javascript", body)
        .with("Cache-Control", "no-store")
        .with(ShopSite.UNCOMPRESSED, "yes");
  }

  Response pixel(Visit visit) {
    return Response.bytes(200, "image/gif", PIXEL)
        .with("Set-Cookie", "visitor=v-20411; Path=/; Max-Age=63072000")
        .with("Cache-Control", "no-store");
  }
}
