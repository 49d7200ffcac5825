package dev.hitlai.demosite;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads a browser to the states of the shop: past the basket, through the checkout, into errors.
 */
final class ShopWalk {

  private static final List<String> PLAIN_PAGES =
      List.of(
          "/contact",
          "/category/kitchen",
          "/category/all?page=2&sort=cheap",
          "/product/ridge-tent",
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
          "/journal",
          "/stores",
          "/gift-cards",
          "/privacy",
          "/");

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
    sendAddress();
  }

  private void sendAddress() {
    page.fill("#name", "Kim Example");
    page.fill("#email", "kim@post.example");
    page.fill("#street", "1 High Street");
    page.fill("#postcode", "04109");
    page.fill("#city", "Exampleton");
    page.click("#address-form .primary");
  }

  void toPayment() {
    toDelivery();
    sendDelivery();
  }

  private void sendDelivery() {
    page.fill("#delivery-date", "");
    page.click("#delivery-form .primary");
  }

  private void sendCard() {
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

  /** Every state of the shop by name, in an order in which each starts where the last one ended. */
  Map<String, Runnable> states() {
    Map<String, Runnable> states = new LinkedHashMap<>();
    for (String path : PLAIN_PAGES) {
      states.put(path, () -> open(path));
    }
    states.put("menu open", () -> page.click(".menu-label"));
    states.put("product added", this::fillBasket);
    states.put("care dialog", () -> page.click(".open-care"));
    states.put("full basket", () -> open("/basket"));
    states.put("address", () -> open("/checkout/address"));
    states.put("address with errors", () -> page.click("#address-form .primary"));
    states.put("delivery", this::sendAddress);
    states.put("delivery with errors", this::sendWrongDate);
    states.put("payment", this::sendDelivery);
    states.put("payment with errors", () -> page.click("#pay-button"));
    states.put("confirmation", this::sendCard);
    states.put("sign-in with errors", () -> send("/account/login", "#login-form .primary"));
    states.put("sign-up with errors", () -> send("/account/signup", "#signup-form .primary"));
    states.put("contact with errors", () -> send("/contact", "#contact-form .primary"));
    states.put("account", this::signIn);
    return states;
  }

  private void sendWrongDate() {
    page.fill("#delivery-date", "tomorrow");
    page.click("#delivery-form .primary");
  }

  private void send(String path, String button) {
    open(path);
    page.click(button);
  }
}
