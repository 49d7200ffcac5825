package dev.hitlai.demosite;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Leads a browser to the states of the shop: past the basket, through the checkout, into errors.
 */
final class ShopWalk {

  private final String url;
  private final Page page;

  ShopWalk(String url, Page page) {
    this.url = url;
    this.page = page;
  }

  void open(String path) {
    page.navigate(url + path);
  }

  void fillBasket() {
    open("/product/enamel-mug");
    page.click(".add");
  }

  void toAddress() {
    fillBasket();
    open("/checkout/address");
  }

  void toDelivery() {
    toAddress();
    page.fill("#name", "Kim Example");
    page.fill("#email", "kim@post.example");
    page.fill("#street", "1 High Street");
    page.fill("#postcode", "04109");
    page.fill("#city", "Exampleton");
    page.click("#address-form .primary");
  }

  void toPayment() {
    toDelivery();
    page.click("#delivery-form .primary");
  }

  void pay() {
    toPayment();
    page.fill("#card-name", "Kim Example");
    page.fill("#card-number", "4242 4242 4242 4242");
    page.fill("#expiry", "08/31");
    page.fill("#cvc", "123");
    page.click("#pay-button");
  }

  void signIn() {
    open("/account/login");
    page.fill("#email", "demo@heathlark.example");
    page.fill("#password", "heather-2026");
    page.click("#login-form .primary");
  }

  /** Goes to a page of the checkout, whose order is fixed, or fills the basket for another page. */
  void prepare(Defect defect) {
    if (defect.page().equals("/account")) {
      signIn();
    }
    switch (defect.page()) {
      case "/basket" -> {
        fillBasket();
        open("/basket");
      }
      case "/checkout/address" -> toAddress();
      case "/checkout/delivery" -> toDelivery();
      case "/checkout/payment" -> toPayment();
      default -> open(defect.page());
    }
  }

  /** Every state of the shop by name, each reached from a fresh start. */
  Map<String, Runnable> states() {
    Map<String, Runnable> states = new LinkedHashMap<>();
    for (String path :
        new String[] {
          "/",
          "/category/kitchen",
          "/category/all?page=2&sort=cheap",
          "/product/ridge-tent",
          "/product/oak-board",
          "/search?q=mugs",
          "/search?q=umbrella",
          "/basket",
          "/account/login",
          "/account/signup",
          "/account/reset",
          "/help",
          "/help/returns",
          "/help/returns-form",
          "/help/delivery",
          "/contact",
          "/journal",
          "/stores",
          "/gift-cards",
          "/privacy",
          "/carrier"
        }) {
      states.put(path, () -> open(path));
    }
    states.put("product added", this::fillBasket);
    states.put("full basket", then(this::fillBasket, p -> open("/basket")));
    states.put("address", this::toAddress);
    states.put("address with errors", then(this::toAddress, click("#address-form .primary")));
    states.put("delivery", this::toDelivery);
    states.put("delivery with errors", then(this::toDelivery, this::wrongDate));
    states.put("payment", this::toPayment);
    states.put("payment with errors", then(this::toPayment, click("#pay-button")));
    states.put("confirmation", this::pay);
    states.put("sign-in with errors", sent("/account/login", "#login-form .primary"));
    states.put("sign-up with errors", sent("/account/signup", "#signup-form .primary"));
    states.put("contact with errors", sent("/contact", "#contact-form .primary"));
    states.put("account", this::signIn);
    states.put("account saved", then(this::signIn, click("#profile-form .primary")));
    states.put("care dialog", then(() -> open("/product/enamel-mug"), click(".open-care")));
    states.put("menu open", then(() -> open("/"), click(".menu-label")));
    return states;
  }

  private void wrongDate(Page current) {
    current.fill("#delivery-date", "tomorrow");
    current.click("#delivery-form .primary");
  }

  private Runnable sent(String path, String button) {
    return then(() -> open(path), click(button));
  }

  private static Consumer<Page> click(String selector) {
    return page -> page.click(selector);
  }

  private Runnable then(Runnable first, Consumer<Page> second) {
    return () -> {
      first.run();
      second.accept(page);
    };
  }
}
