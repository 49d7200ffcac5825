package dev.hitlai.models.benchmark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import dev.hitlai.demosite.Defect.Reach;
import dev.hitlai.demosite.DefectCatalogue;
import dev.hitlai.demosite.DemoShop;
import java.util.List;

/** The demo shop: every page, in each state that a visitor can bring it into by a few moves. */
public final class ShopTour implements PlantedSite {
  private static final List<String> MISSIONS =
      List.of(
          "Buy an enamel mug and check out",
          "Find out how to return a product",
          "Create an account",
          "Contact customer service with a question");

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public DefectCatalogue catalogue() {
    return DefectCatalogue.load();
  }

  @Override
  public Running open(boolean clean, int port) {
    var shop = DemoShop.start(port, clean);
    return new Running(shop.url(), shop::close);
  }

  @Override
  public List<String> missions() {
    return MISSIONS;
  }

  @Override
  public List<Stop> stops() {
    return List.of(
        Stop.open("/"),
        Stop.open("/journal"),
        Stop.open("/category/kitchen"),
        Stop.open("/category/garden"),
        Stop.open("/category/all?sort=cheap"),
        Stop.open("/product/enamel-mug"),
        Stop.open("/product/ridge-tent"),
        Stop.open("/search?q=lantern"),
        Stop.open("/search?q=mugs"),
        Stop.open("/search?q=umbrella"),
        Stop.open("/account/login"),
        Stop.open("/account/signup"),
        Stop.open("/account/reset"),
        Stop.open("/help"),
        Stop.open("/help/returns"),
        Stop.open("/help/delivery"),
        Stop.open("/contact"),
        Stop.open("/privacy"),
        Stop.open("/basket"),
        new Stop("/basket", Reach.BASKET, ""),
        new Stop("/checkout/address", Reach.CHECKOUT, ""),
        new Stop("/checkout/delivery", Reach.CHECKOUT, ""),
        new Stop("/checkout/payment", Reach.CHECKOUT, ""),
        new Stop("/account", Reach.ACCOUNT, ""),
        new Stop("/checkout/address", Reach.ERROR, "#address-form"),
        new Stop("/account/login", Reach.ERROR, "#login-form"),
        new Stop("/account/signup", Reach.ERROR, "#signup-form"),
        new Stop("/contact", Reach.ERROR, "#contact-form"));
  }

  @Override
  public void visit(String base, Page page, Stop stop) {
    var forms = new FormPosts(base, page);
    switch (stop.reach()) {
      case OPEN, ACTION -> {}
      case BASKET, ERROR -> fillBasket(forms);
      case CHECKOUT -> checkout(forms);
      case ACCOUNT -> signUp(forms);
    }
    boolean paying = stop.path().equals("/checkout/payment");
    forms.open(paying ? pay(forms) : base + stop.path());
    forms.sendMistakesIn(stop);
  }

  private static void fillBasket(FormPosts forms) {
    forms.post("/basket/add", FormData.create().set("product", "enamel-mug").set("quantity", "1"));
  }

  private static void checkout(FormPosts forms) {
    fillBasket(forms);
    forms.post(
        "/checkout/address",
        FormData.create()
            .set("name", "Robin Example")
            .set("email", "robin@example.com")
            .set("phone", "0341555010")
            .set("street", "Example Street 1")
            .set("postcode", "04109")
            .set("city", "Leipzig"));
  }

  private static String pay(FormPosts forms) {
    return forms.post(
        "/checkout/delivery", FormData.create().set("way", "standard").set("date", "2030-01-15"));
  }

  private static void signUp(FormPosts forms) {
    forms.post(
        "/account/signup",
        FormData.create()
            .set("name", "Robin Example")
            .set("email", "robin@example.com")
            .set("birthdate", "1980-01-15")
            .set("mobile", "0341555010")
            .set("password", "Correct-horse-7"));
    forms.post(
        "/account/login",
        FormData.create().set("email", "robin@example.com").set("password", "Correct-horse-7"));
  }
}
