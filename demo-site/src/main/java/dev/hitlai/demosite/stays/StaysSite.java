package dev.hitlai.demosite.stays;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Request;
import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Defects;
import dev.hitlai.demosite.site.Routes;
import dev.hitlai.demosite.site.Sessions;
import dev.hitlai.demosite.site.Templates;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The booking site as a whole: finds the visitor's session and twin, and lets the page answer. */
public final class StaysSite {

  private static final String SESSION_COOKIE = "skerry_session";
  private static final String TWIN_COOKIE = "skerry_twin";
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

  private final Defects defects;
  private final Clock clock;
  private final Sessions<StaysSession> sessions;
  private final Routes<StayVisit> routes;
  private final Templates templates = new Templates(StaysSite.class);

  public StaysSite(Defects defects, Clock clock, RandomGenerator random) {
    this.defects = defects;
    this.clock = clock;
    this.sessions = new Sessions<>(random, StaysSession::new);
    this.routes = StaysRoutes.of(Houses.load(), new Guests(random));
  }

  public void handle(HttpExchange exchange) throws IOException {
    Request request = Request.of(exchange);
    String known = request.cookies().get(SESSION_COOKIE);
    boolean isNew = sessions.find(known).isEmpty();
    String id = isNew || known == null ? sessions.open() : known;
    StayVisit visit =
        new StayVisit(
            request,
            sessions.find(id).orElseThrow(),
            wantsClean(request) ? defects.none() : defects,
            templates,
            LocalDate.now(clock),
            exchange.getLocalAddress().getPort());
    Response response =
        withHeaders(visit, routes.answer(request, visit).orElseGet(visit::notFound));
    if (isNew) {
      response = response.with("Set-Cookie", SESSION_COOKIE + "=" + id + cookieFlags(visit));
    }
    if (request.query().containsKey("clean")) {
      String twin = wantsClean(request) ? "clean" : "flawed";
      response = response.with("Set-Cookie", TWIN_COOKIE + "=" + twin + "; Path=/; SameSite=Lax");
    }
    response.send(exchange);
  }

  private static Response withHeaders(StayVisit visit, Response response) {
    boolean asIs =
        visit.has("layout-assets-uncompressed") && visit.request().path().startsWith("/assets/");
    Response packed = visit.request().acceptsGzip() && !asIs ? response.compressed() : response;
    Response sniffed = packed.with("X-Content-Type-Options", "nosniff");
    return visit.has("layout-no-content-policy")
        ? sniffed
        : sniffed.with("Referrer-Policy", "same-origin").with("Content-Security-Policy", POLICY);
  }

  /** No {@code Secure}: the site speaks plain HTTP on the loopback address. */
  private static String cookieFlags(StayVisit visit) {
    return visit.has("layout-session-readable") ? "; Path=/" : "; Path=/; HttpOnly; SameSite=Lax";
  }

  /** The query wins over the cookie that it left. */
  private static boolean wantsClean(Request request) {
    Map<String, String> query = request.query();
    return query.containsKey("clean")
        ? request.query("clean").equals("1")
        : "clean".equals(request.cookies().get(TWIN_COOKIE));
  }
}
