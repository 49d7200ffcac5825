package dev.hitlai.demosite.stays;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the frame around every page shows, and the defects of whole pages. */
final class StayLayout {

  static final String CONSENT_COOKIE = "skerry_consent";
  static final String CURRENCY_COOKIE = "skerry_currency";

  private static final List<String> CURRENCIES = List.of("EUR", "GBP", "USD");

  private StayLayout() {}

  static Map<String, Object> values(StayVisit visit, String page, String title) {
    Map<String, Object> values = new HashMap<>();
    boolean sameTitle = page.equals("help-page") && visit.has("help-title-same");
    values.put("title", sameTitle ? "Help | Skerryvane" : title + " | Skerryvane");
    values.put("pageName", page);
    values.put("port", visit.port());
    values.put("signedIn", visit.session().guest() != null);
    values.put("zoomBlocked", page.startsWith("book-") && visit.has("book-zoom-blocked"));
    values.put("slowScript", page.equals("results") && visit.has("results-blocking-script"));
    values.put("askConsent", !visit.request().cookies().containsKey(CONSENT_COOKIE));
    values.put("consent", visit.part("consent", Map.of("back", visit.request().path())));
    values.put("currencies", Choices.of(CURRENCIES, currency(visit)));
    values.put("back", visit.request().path());
    return values;
  }

  private static String currency(StayVisit visit) {
    return visit.request().cookies().getOrDefault(CURRENCY_COOKIE, "EUR");
  }
}
