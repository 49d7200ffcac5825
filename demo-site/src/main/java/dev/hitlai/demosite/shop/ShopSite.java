package dev.hitlai.demosite.shop;

import com.sun.net.httpserver.HttpExchange;
import dev.hitlai.demosite.http.Request;
import dev.hitlai.demosite.http.Response;
import dev.hitlai.demosite.site.Defects;
import dev.hitlai.demosite.site.Routes;
import dev.hitlai.demosite.site.Sessions;
import dev.hitlai.demosite.site.Templates;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The shop as a whole: finds the visitor's session and twin, and lets the page answer. */
public final class ShopSite {

  static final String UNCOMPRESSED = "X-Sent-As-Is";

  private static final String SESSION_COOKIE = "sid";
  private static final String TWIN_COOKIE = "twin";

  private final Defects defects;
  private final Sessions<Session> sessions;
  private final Routes<Visit> routes;
  private final Templates templates = new Templates(ShopSite.class);

  public ShopSite(Defects defects, RandomGenerator random) {
    this.defects = defects;
    this.sessions = new Sessions<>(random, Session::new);
    this.routes = ShopRoutes.of(Products.load(), new Accounts(random));
  }

  public void handle(HttpExchange exchange) throws IOException {
    Request request = Request.of(exchange);
    String known = request.cookies().get(SESSION_COOKIE);
    boolean isNew = sessions.find(known).isEmpty();
    String id = isNew || known == null ? sessions.open() : known;
    Session session = sessions.find(id).orElseThrow();
    int port = exchange.getLocalAddress().getPort();
    Visit visit = new Visit(request, session, defectsFor(request), templates, port);
    Response response =
        Headers.around(visit, routes.answer(request, visit).orElseGet(visit::notFound));
    if (isNew) {
      response =
          response.with("Set-Cookie", SESSION_COOKIE + "=" + id + Headers.cookieFlags(visit));
    }
    if (request.query().containsKey("clean")) {
      String twin = wantsClean(request) ? "clean" : "flawed";
      response = response.with("Set-Cookie", TWIN_COOKIE + "=" + twin + "; Path=/; SameSite=Lax");
    }
    response.send(exchange);
  }

  private Defects defectsFor(Request request) {
    return wantsClean(request) ? defects.none() : defects;
  }

  /** The query wins over the cookie that it left. */
  private static boolean wantsClean(Request request) {
    Map<String, String> query = request.query();
    return query.containsKey("clean")
        ? request.query("clean").equals("1")
        : "clean".equals(request.cookies().get(TWIN_COOKIE));
  }
}
