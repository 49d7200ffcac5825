package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Response;
import java.util.List;
import java.util.Map;

/** The first page, its German sister, the offers, and what the frame's forms lead to. */
final class WelcomePages {

  private final Houses houses;

  WelcomePages(Houses houses) {
    this.houses = houses;
  }

  Response home(StayVisit visit) {
    return visit.page(
        "home",
        "Guest houses on the Skerry coast",
        Map.of(
            "search", SearchForm.html(visit, visit.session().trip()),
            "favourites", houses.favourites().stream().map(WelcomePages::tile).toList(),
            "subscribed", visit.session().takeNotice()));
  }

  private static Map<String, Object> tile(House house) {
    return Map.of(
        "slug", house.slug(),
        "name", house.name(),
        "place", house.place(),
        "blurb", house.blurb(),
        "night", house.night());
  }

  Response german(StayVisit visit) {
    return Response.html(
        visit.part(
            "german",
            Map.of("favourites", houses.favourites().stream().map(WelcomePages::tile).toList())));
  }

  Response offers(StayVisit visit) {
    return visit.page("offers", "Offers", Map.of("season", season(visit)));
  }

  private static String season(StayVisit visit) {
    return "31 March " + (visit.today().getYear() + 1);
  }

  Response subscribe(StayVisit visit) {
    boolean good = visit.request().form("email").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    visit
        .session()
        .say(
            good
                ? "Thank you. Please confirm with the link that we sent you."
                : "We need an e-mail address such as kim@post.example.");
    return Response.redirect("/#letter");
  }

  Response consent(StayVisit visit) {
    String choice = visit.request().form("choice").equals("yes") ? "yes" : "no";
    return Response.redirect(backTo(visit.request().form("back")))
        .with("Set-Cookie", StayLayout.CONSENT_COOKIE + "=" + choice + "; Path=/; SameSite=Lax");
  }

  Response currency(StayVisit visit) {
    String asked = visit.request().query("currency");
    String chosen = List.of("EUR", "GBP", "USD").contains(asked) ? asked : "EUR";
    return Response.redirect(backTo(visit.request().query("back")))
        .with("Set-Cookie", StayLayout.CURRENCY_COOKIE + "=" + chosen + "; Path=/; SameSite=Lax");
  }

  private static String backTo(String path) {
    return path.matches("/[a-z0-9/-]*") && !path.startsWith("//") ? path : "/";
  }
}
