package dev.hitlai.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.hitlai.demosite.Defect.Reach;
import java.util.List;

/** Every page of the demo shop, in each state that a visitor can bring it into by a few moves. */
final class Tour {
  /** Sends the form with something wrong in each field, past the browser's own checks. */
  private static final String SEND_MISTAKES =
      """
      (selector) => {
        const form = document.querySelector(selector);
        const fields = [...form.elements].filter((f) => !f.matches('select, button, [type=hidden], [type=checkbox], [type=radio]'));
        fields.forEach((field, index) => { field.value = index % 2 ? '' : field.type === 'tel' ? '12 34 ab' : 'x'; });
        form.noValidate = true;
        form.requestSubmit ? form.requestSubmit() : form.submit();
      }
      """;

  private final String base;
  private final Page page;

  /**
   * @param form selector of the form that is sent with mistakes, for {@link Reach#ERROR}
   */
  record Stop(String path, Reach reach, String form) {}

  Tour(String base, Page page) {
    this.base = base;
    this.page = page;
  }

  static List<Stop> stops() {
    return List.of(
        open("/"),
        open("/journal"),
        open("/category/kitchen"),
        open("/category/garden"),
        open("/category/all?sort=cheap"),
        open("/product/enamel-mug"),
        open("/product/ridge-tent"),
        open("/search?q=lantern"),
        open("/search?q=mugs"),
        open("/search?q=umbrella"),
        open("/account/login"),
        open("/account/signup"),
        open("/account/reset"),
        open("/help"),
        open("/help/returns"),
        open("/help/delivery"),
        open("/contact"),
        open("/privacy"),
        open("/basket"),
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

  private static Stop open(String path) {
    return new Stop(path, Reach.OPEN, "");
  }

  /** Brings the page there; throws when the shop doesn't let it. */
  void visit(Stop stop) {
    switch (stop.reach()) {
      case OPEN, ACTION -> {}
      case BASKET -> fillBasket();
      case CHECKOUT -> checkout();
      case ACCOUNT -> signUp();
      case ERROR -> fillBasket();
    }
    boolean paying = stop.path().equals("/checkout/payment");
    page.navigate(paying ? pay() : base + stop.path());
    if (stop.reach() == Reach.ERROR) {
      page.waitForNavigation(() -> page.evaluate(SEND_MISTAKES, stop.form()));
    }
  }

  private void fillBasket() {
    post("/basket/add", FormData.create().set("product", "enamel-mug").set("quantity", "1"));
  }

  private void checkout() {
    fillBasket();
    post(
        "/checkout/address",
        FormData.create()
            .set("name", "Robin Example")
            .set("email", "robin@example.com")
            .set("phone", "0341555010")
            .set("street", "Example Street 1")
            .set("postcode", "04109")
            .set("city", "Leipzig"));
  }

  private String pay() {
    return post(
        "/checkout/delivery", FormData.create().set("way", "standard").set("date", "2030-01-15"));
  }

  private void signUp() {
    post(
        "/account/signup",
        FormData.create()
            .set("name", "Robin Example")
            .set("email", "robin@example.com")
            .set("birthdate", "1980-01-15")
            .set("mobile", "0341555010")
            .set("password", "Correct-horse-7"));
    post(
        "/account/login",
        FormData.create().set("email", "robin@example.com").set("password", "Correct-horse-7"));
  }

  private String post(String path, FormData form) {
    return page.request().post(base + path, RequestOptions.create().setForm(form)).url();
  }
}
