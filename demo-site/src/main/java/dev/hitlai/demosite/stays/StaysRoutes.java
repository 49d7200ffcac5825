package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Routes;

/** The map of the booking site. */
final class StaysRoutes {

  private StaysRoutes() {}

  static Routes<StayVisit> of(Houses houses, Guests guests) {
    Routes<StayVisit> routes = new Routes<>();
    finding(routes, houses);
    booking(routes, houses);
    account(routes, new KnownBookings(houses), guests);
    help(routes);
    assets(routes, houses);
    return routes;
  }

  private static void finding(Routes<StayVisit> routes, Houses houses) {
    WelcomePages welcome = new WelcomePages(houses);
    ResultPages results = new ResultPages(houses);
    HousePages house = new HousePages(houses);
    routes
        .get("/", welcome::home)
        .get("/de", welcome::german)
        .get("/offers", welcome::offers)
        .post("/newsletter", welcome::subscribe)
        .post("/consent", welcome::consent)
        .get("/currency", welcome::currency)
        .get("/stays", results::results)
        .get("/stay/", house::house)
        .get("/map", house::map);
  }

  private static void booking(Routes<StayVisit> routes, Houses houses) {
    GuestStep guest = new GuestStep(houses);
    ExtrasStep extras = new ExtrasStep();
    PayStep pay = new PayStep();
    routes
        .post("/book", guest::begin)
        .get("/book/guest", guest::show)
        .post("/book/guest", guest::send)
        .get("/book/extras", extras::show)
        .post("/book/extras", extras::send)
        .get("/book/pay", pay::show)
        .post("/book/pay", pay::send)
        .get("/book/done", pay::done);
  }

  private static void account(Routes<StayVisit> routes, KnownBookings known, Guests guests) {
    GuestSignIn signIn = new GuestSignIn(guests, known);
    BookingPages bookings = new BookingPages(known);
    routes
        .get("/account/sign-in", signIn::show)
        .post("/account/sign-in", signIn::send)
        .get("/account/register", signIn::register)
        .post("/account/register", signIn::sendRegistration)
        .post("/account/sign-out", signIn::signOut)
        .get("/account/bookings", bookings::list)
        .get("/account/bookings/", bookings::one)
        .post("/account/change", bookings::change)
        .post("/account/cancel", bookings::cancel)
        .get("/account/cancel", bookings::askToCancel)
        .get("/account/letters", bookings::letters)
        .post("/account/letters", bookings::stopLetters);
  }

  private static void help(Routes<StayVisit> routes) {
    StayHelp help = new StayHelp();
    routes
        .get("/help", help::help)
        .get("/help/cancelling", help::cancelling)
        .get("/help/arriving", help::arriving)
        .get("/contact", help::contact)
        .post("/contact", help::sendContact)
        .get("/terms", help::terms)
        .get("/privacy", help::privacy)
        .get("/press", help::press);
  }

  private static void assets(Routes<StayVisit> routes, Houses houses) {
    StayAssets assets = new StayAssets(houses);
    routes
        .get("/assets/recommend.js", assets::slowScript)
        .get("/img/coast-large.png", assets::hugePicture)
        .get("/count.gif", assets::pixel)
        .get("/assets/", assets::asset)
        .get("/img/house/", assets::housePicture)
        .get("/img/", assets::picture);
  }
}
