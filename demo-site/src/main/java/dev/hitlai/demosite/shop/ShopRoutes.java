package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.site.Routes;

/** The map of the shop. */
final class ShopRoutes {

  private ShopRoutes() {}

  static Routes<Visit> of(Products products, Accounts accounts) {
    Routes<Visit> routes = new Routes<>();
    browsing(routes, products);
    buying(routes, products);
    account(routes, accounts);
    help(routes);
    assets(routes);
    return routes;
  }

  private static void browsing(Routes<Visit> routes, Products products) {
    HomePages home = new HomePages(products);
    CategoryPages category = new CategoryPages(products);
    ProductPages product = new ProductPages(products);
    routes
        .get("/", home::home)
        .get("/journal", home::journal)
        .post("/newsletter", home::subscribe)
        .get("/category/", category::category)
        .get("/product/", product::product)
        .get("/search", product::search)
        .post("/saved", product::save);
  }

  private static void buying(Routes<Visit> routes, Products products) {
    BasketPages basket = new BasketPages(products);
    AddressPage address = new AddressPage();
    DeliveryPage delivery = new DeliveryPage();
    PaymentPage payment = new PaymentPage();
    routes
        .get("/basket", basket::basket)
        .get("/basket/clear", basket::clear)
        .post("/basket/add", basket::add)
        .post("/basket/quantity", basket::changeQuantity)
        .post("/basket/remove", basket::remove)
        .post("/basket/voucher", basket::voucher)
        .get("/checkout/address", address::show)
        .post("/checkout/address", address::send)
        .get("/checkout/delivery", delivery::show)
        .post("/checkout/delivery", delivery::send)
        .get("/checkout/payment", payment::show)
        .post("/checkout/payment", payment::send)
        .get("/checkout/done", payment::done);
  }

  private static void account(Routes<Visit> routes, Accounts accounts) {
    SignInPages signIn = new SignInPages(accounts);
    AccountPages account = new AccountPages(accounts);
    routes
        .get("/account", account::account)
        .post("/account", account::save)
        .post("/account/password", account::changePassword)
        .get("/account/login", signIn::login)
        .post("/account/login", signIn::sendLogin)
        .get("/account/signup", signIn::signup)
        .post("/account/signup", signIn::sendSignup)
        .get("/account/reset", signIn::reset)
        .post("/account/reset", signIn::sendReset)
        .post("/account/logout", signIn::logout);
  }

  private static void help(Routes<Visit> routes) {
    HelpPages help = new HelpPages();
    routes
        .get("/help", help::help)
        .get("/help/returns", help::returns)
        .get("/help/returns-form", help::returnsForm)
        .get("/help/delivery", help::delivery)
        .get("/carrier", help::carrier)
        .get("/contact", help::contact)
        .post("/contact", help::sendContact)
        .get("/stores", help::stores)
        .get("/stores/near", help::stores)
        .get("/gift-cards", help::giftCards)
        .get("/privacy", help::privacy)
        .get("/map", help::map)
        .post("/cookies", help::cookies);
  }

  private static void assets(Routes<Visit> routes) {
    Assets assets = new Assets();
    routes
        .get("/assets/personalise.js", assets::slowScript)
        .get("/assets/catalogue-bundle.js", assets::hugeScript)
        .get("/img/workshop-original.png", assets::hugePicture)
        .get("/pixel.gif", assets::pixel)
        .get("/assets/", assets::asset)
        .get("/img/", assets::picture);
  }
}
