package dev.hitlai.demosite;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads a browser to the states of the booking site: through a booking, signed in, into errors. */
final class StaysWalk {

  private static final List<String> PLAIN_PAGES =
      List.of(
          "/stays",
          "/stays?kind=Lighthouse&most=50&where=Hollow+Bay",
          "/stay/gannet-house",
          "/stay/north-light",
          "/de",
          "/offers",
          "/help",
          "/help?q=ferry",
          "/help?q=zeppelin",
          "/help/cancelling",
          "/help/arriving",
          "/contact",
          "/terms",
          "/privacy",
          "/press",
          "/account/sign-in",
          "/account/register",
          "/nowhere",
          "/");

  private final String url;
  private final Page page;

  StaysWalk(String url, Page page) {
    this.url = url;
    this.page = page;
  }

  void open(String path) {
    page.navigate(url + path);
  }

  void toGuest() {
    LocalDate arrive = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30);
    open("/stay/gannet-house");
    page.fill(".book-form #arrive", arrive.toString());
    page.fill(".book-form #depart", arrive.plusDays(2).toString());
    send(".reserve");
  }

  /** Leaves out what the flawed site asks for on top. */
  void sendGuest() {
    page.fill("#first", "Kim");
    page.fill("#last", "Example");
    page.fill("#email", "kim@post.example");
    page.fill("#phone", "+49 341 1234");
    for (String extra : List.of("#email2", "#passport", "#birth")) {
      if (page.locator(extra).count() > 0) {
        page.fill(
            extra,
            switch (extra) {
              case "#email2" -> "kim@post.example";
              case "#birth" -> "1980-01-15";
              default -> "X123";
            });
      }
    }
    send("#guest-form .primary");
  }

  void toPay() {
    toGuest();
    sendGuest();
    send("#extras-form .primary");
  }

  void pay() {
    page.fill("#card-name", "Kim Example");
    page.fill("#card-number", "4242424242424242");
    page.fill("#expiry", "08/31");
    page.fill("#cvc", "123");
    page.check("#terms");
    send("#pay-form .primary");
  }

  void signIn() {
    open("/account/sign-in");
    page.fill("#email", "demo@skerryvane.example");
    page.fill("#password", "puffin-2026");
    send("#sign-in-form .primary");
  }

  /** Presses past whatever the flawed site lays over the button. */
  private void press(String selector) {
    page.locator(selector).first().dispatchEvent("click");
  }

  /** Presses what leads to another page. */
  void send(String selector) {
    page.waitForNavigation(() -> press(selector));
  }

  /** Brings the browser to where the defect can be met. */
  void prepare(Defect defect) {
    if (defect.reach() == Defect.Reach.ACCOUNT || defect.page().startsWith("/account/bookings/")) {
      signIn();
    }
    switch (defect.page()) {
      case "/book/guest" -> toGuest();
      case "/book/extras" -> {
        toGuest();
        sendGuest();
      }
      case "/book/pay" -> toPay();
      case "/book/done" -> {
        toPay();
        pay();
      }
      default -> open(defect.page());
    }
    if (defect.reach() == Defect.Reach.ERROR) {
      mistake(defect.page());
    }
  }

  private void mistake(String path) {
    switch (path) {
      case "/book/guest" -> {
        page.fill("#phone", "none");
        send("#guest-form .primary");
      }
      case "/book/pay" -> send("#pay-form .primary");
      case "/account/sign-in" -> {
        page.fill("#email", "nobody@post.example");
        page.fill("#password", "wrong");
        send("#sign-in-form .primary");
      }
      default -> throw new IllegalArgumentException("No mistakes to make at " + path);
    }
  }

  /** Every state by name, in an order in which each starts where the last one ended. */
  Map<String, Runnable> states() {
    Map<String, Runnable> states = new LinkedHashMap<>();
    for (String path : PLAIN_PAGES) {
      states.put(path, () -> open(path));
    }
    states.put("menu open", this::menu);
    states.put("guests changed", () -> page.click(".greater"));
    states.put("quick filter on", () -> act("/stays?where=", ".chip"));
    states.put("more houses", () -> act("/stays?where=&guests=1", ".show-more"));
    states.put("wrong dates", () -> open("/stays?arrive=2031-06-10&depart=2031-06-08"));
    states.put("picture open", () -> act("/stay/gannet-house", ".thumb"));
    states.put("rules open", () -> act("/stay/gannet-house", ".open-rules"));
    states.put("tab changed", () -> act("/stay/gannet-house", "#tab-way"));
    states.put("day chosen", () -> act("/stay/gannet-house", ".calendar .day"));
    states.put("link copied", () -> act("/stay/gannet-house", ".copy-link"));
    states.put("answer open", () -> act("/help", ".ask"));
    states.put("booked without dates", () -> submit("/stay/tern-loft", ".reserve"));
    states.put("/book/guest", this::toGuest);
    states.put("guest with errors", () -> send("#guest-form .primary"));
    states.put("/book/extras", this::sendGuest);
    states.put("/book/pay", () -> send("#extras-form .primary"));
    states.put("payment with errors", () -> send("#pay-form .primary"));
    states.put("/book/done", this::pay);
    states.put("sign-in with errors", () -> submit("/account/sign-in", "#sign-in-form .primary"));
    states.put(
        "register with errors", () -> submit("/account/register", "#register-form .primary"));
    states.put("contact with errors", () -> submit("/contact", "#contact-form .primary"));
    states.put("/account/bookings", this::signIn);
    states.put("/account/bookings/SK-1042", () -> open("/account/bookings/SK-1042"));
    states.put("/account/cancel", () -> open("/account/cancel?reference=SK-1042"));
    states.put("cancelled", () -> send("#cancel-form .primary"));
    states.put("/account/letters", () -> open("/account/letters"));
    return states;
  }

  private void menu() {
    page.setViewportSize(400, 800);
    act("/", ".burger");
  }

  private void submit(String path, String selector) {
    open(path);
    send(selector);
  }

  private void act(String path, String selector) {
    open(path);
    press(selector);
  }
}
