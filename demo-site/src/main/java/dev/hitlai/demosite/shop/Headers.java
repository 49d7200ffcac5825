package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;

/** Headers that every answer carries. */
final class Headers {

  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

  private Headers() {}

  static Response around(Visit visit, Response response) {
    boolean asIs =
        response.headers().stream().anyMatch(h -> h.getKey().equals(ShopSite.UNCOMPRESSED));
    Response packed = visit.request().acceptsGzip() && !asIs ? response.compressed() : response;
    return visit.has("layout-security-headers-missing")
        ? packed
        : packed
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "same-origin")
            .with("Content-Security-Policy", POLICY);
  }

  /** No {@code Secure}: the shop speaks plain HTTP on the loopback address. */
  static String cookieFlags(Visit visit) {
    return visit.has("layout-session-cookie-flags")
        ? "; Path=/; Max-Age=315360000"
        : "; Path=/; HttpOnly; SameSite=Lax";
  }
}
