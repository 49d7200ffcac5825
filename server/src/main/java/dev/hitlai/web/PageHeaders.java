package dev.hitlai.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells browsers: load from here only, run no inline code, never be framed. For
 * the filter that sets them, and for answers that don't come through it.
 */
public final class PageHeaders {
  public static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** By name. */
  public static final Map<String, String> ALL = all();

  private PageHeaders() {}

  private static Map<String, String> all() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    return java.util.Collections.unmodifiableMap(headers);
  }
}
