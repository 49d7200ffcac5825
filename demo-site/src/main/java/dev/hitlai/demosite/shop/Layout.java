package dev.hitlai.demosite.shop;

import java.util.HashMap;
import java.util.Map;

/** What the frame around every page shows, and the defects of whole pages. */
final class Layout {

  static final String CONSENT_COOKIE = "consent";

  private Layout() {}

  static Map<String, Object> values(Visit visit, String page, String title) {
    Map<String, Object> values = new HashMap<>(flaws(visit, page));
    boolean sameTitle = page.equals("product") && visit.has("product-title-duplicate");
    values.put("title", sameTitle ? "Heathlark" : title + " – Heathlark");
    values.put("pageName", page);
    values.put("port", visit.port());
    values.put("query", visit.request().query("q"));
    values.put("categories", Category.rows());
    values.put("signedIn", visit.session().account() != null);
    int count = visit.session().basket().count();
    values.put("basketCount", count == 0 ? "" : String.valueOf(count));
    boolean asked = visit.request().cookies().containsKey(CONSENT_COOKIE);
    values.put("askConsent", !asked);
    values.put("consent", visit.part("consent", Map.of()));
    return values;
  }

  private static Map<String, Object> flaws(Visit visit, String page) {
    return Map.of(
        "noLang", page.equals("contact") && visit.has("contact-lang-missing"),
        "zoomBlocked", page.equals("product") && visit.has("product-zoom-blocked"),
        "slowScript", page.equals("home") && visit.has("home-slow-script"),
        "hugeScript", page.equals("category") && visit.has("category-huge-script"),
        "noMain", page.equals("category") && visit.has("category-main-missing"),
        "leaksReferrer", page.equals("payment") && visit.has("payment-token-in-url"));
  }
}
