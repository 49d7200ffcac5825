package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.HugePicture;
import dev.hitlai.demosite.site.Pause;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Style, script and pictures; the heavy and the slow ones exist only in the flawed site. */
final class StayAssets {

  private static final int SLOW_SCRIPT_MILLIS = 1_500;
  private static final Pattern HOUSE_PICTURE = Pattern.compile("/img/house/([a-z-]+)-(\\d)\\.svg");
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final Houses houses;
  private final HugePicture hugePicture = new HugePicture();

  StayAssets(Houses houses) {
    this.houses = houses;
  }

  Response asset(StayVisit visit) {
    String path = visit.request().path().substring(1);
    if (!path.matches("assets/[a-z0-9.-]+\\.(css|js)")) {
      return visit.notFound();
    }
    String type = path.endsWith(".css") ? "text/css" : "text/javascript";
    return visit
        .templates()
        .file(path)
        .map(
            file ->
                Response.text(200, type + "; charset=utf-8", file.render(Map.of(), visit::has))
                    .with("Cache-Control", "no-cache"))
        .orElseGet(visit::notFound);
  }

  Response picture(StayVisit visit) {
    String path = visit.request().path().substring(1);
    return path.matches("img/[a-z-]+\\.svg")
        ? visit.templates().bytes(path).map(StayAssets::svg).orElseGet(visit::notFound)
        : visit.notFound();
  }

  Response housePicture(StayVisit visit) {
    Matcher path = HOUSE_PICTURE.matcher(visit.request().path());
    return path.matches()
        ? houses
            .bySlug(path.group(1))
            .map(house -> Scenery.of(house, Integer.parseInt(path.group(2))))
            .map(drawn -> svg(drawn.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .orElseGet(visit::notFound)
        : visit.notFound();
  }

  private static Response svg(byte[] drawing) {
    return Response.bytes(200, "image/svg+xml", drawing).with("Cache-Control", "max-age=3600");
  }

  Response hugePicture(StayVisit visit) {
    return visit.has("home-coast-oversized")
        ? Response.bytes(200, "image/png", hugePicture.png())
        : visit.notFound();
  }

  Response slowScript(StayVisit visit) {
    Pause.millis(SLOW_SCRIPT_MILLIS);
    return Response.text(200, "text/javascript", "window.recommendations = [];\n")
        .with("Cache-Control", "no-store");
  }

  Response pixel(StayVisit visit) {
    return Response.bytes(200, "image/gif", PIXEL)
        .with("Set-Cookie", "guestid=g-77120; Path=/; Max-Age=63072000")
        .with("Cache-Control", "no-store");
  }
}
