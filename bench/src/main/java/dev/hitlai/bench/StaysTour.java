package dev.hitlai.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import dev.hitlai.demosite.Defect.Reach;
import dev.hitlai.demosite.DefectCatalogue;
import dev.hitlai.demosite.DemoStays;
import dev.hitlai.models.benchmark.FormPosts;
import dev.hitlai.models.benchmark.PlantedSite;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The booking site: every page, in each state that a visitor can bring it into by a few moves. */
final class StaysTour implements PlantedSite {
  private static final List<String> MISSIONS =
      List.of(
          "Book Gannet House for two nights in April 2031",
          "Find out until when a booking can be cancelled for free",
          "Find a house where dogs are welcome",
          "Create an account");

  @Override
  public String name() {
    return "stays";
  }

  @Override
  public DefectCatalogue catalogue() {
    return DefectCatalogue.ofStays();
  }

  @Override
  public Running open(boolean clean, int port) {
    var stays = DemoStays.start(port, clean);
    return new Running(stays.url(), stays::close);
  }

  @Override
  public List<String> missions() {
    return MISSIONS;
  }

  @Override
  public List<Stop> stops() {
    return List.of(
        Stop.open("/"),
        Stop.open("/de"),
        Stop.open("/offers"),
        Stop.open("/stays"),
        Stop.open("/stays?arrive=2031-04-03&depart=2031-04-05"),
        Stop.open("/stays?arrive=2031-06-10&depart=2031-06-08"),
        Stop.open("/stays?guests=8"),
        Stop.open("/stays?sort=rating"),
        Stop.open("/stays?most=150"),
        Stop.open("/stays?kind=Lighthouse&most=50"),
        Stop.open("/stay/gannet-house"),
        Stop.open("/stay/north-light"),
        Stop.open("/help"),
        Stop.open("/help/cancelling"),
        Stop.open("/help/arriving"),
        Stop.open("/contact"),
        Stop.open("/terms"),
        Stop.open("/privacy"),
        Stop.open("/account/sign-in"),
        Stop.open("/account/register"),
        Stop.open("/account/bookings/SK-1042"),
        new Stop("/book/guest", Reach.CHECKOUT, ""),
        new Stop("/book/extras", Reach.CHECKOUT, ""),
        new Stop("/book/pay", Reach.CHECKOUT, ""),
        new Stop("/book/done", Reach.CHECKOUT, ""),
        new Stop("/account/bookings", Reach.ACCOUNT, ""),
        new Stop("/account/bookings/SK-1042", Reach.ACCOUNT, ""),
        new Stop("/account/letters", Reach.ACCOUNT, ""),
        new Stop("/book/guest", Reach.ERROR, "#guest-form"),
        new Stop("/book/pay", Reach.ERROR, "#pay-form"),
        new Stop("/account/sign-in", Reach.ERROR, "#sign-in-form"),
        new Stop("/account/register", Reach.ERROR, "#register-form"),
        new Stop("/contact", Reach.ERROR, "#contact-form"));
  }

  @Override
  public void visit(String base, Page page, Stop stop) {
    var forms = new FormPosts(base, page);
    if (stop.path().startsWith("/book/")) {
      bookUpTo(forms, stop.path());
    }
    if (stop.path().equals("/book/done")) {
      pay(forms);
    }
    if (stop.reach() == Reach.ACCOUNT) {
      signIn(forms);
    }
    forms.open(base + stop.path());
    forms.sendMistakesIn(stop);
  }

  /** Each step is met as nobody has answered it yet. */
  private static void bookUpTo(FormPosts forms, String path) {
    chooseHouse(forms);
    if (path.equals("/book/guest")) {
      return;
    }
    nameGuest(forms);
    if (!path.equals("/book/extras")) {
      forms.post("/book/extras", FormData.create().set("cover", "no").set("parking", "street"));
    }
  }

  private static void chooseHouse(FormPosts forms) {
    var arrive = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    forms.post(
        "/book",
        FormData.create()
            .set("house", "gannet-house")
            .set("arrive", arrive.toString())
            .set("depart", arrive.plusDays(2).toString())
            .set("guests", "2"));
  }

  private static void nameGuest(FormPosts forms) {
    forms.post(
        "/book/guest",
        FormData.create()
            .set("first", "Robin")
            .set("last", "Example")
            .set("email", "robin@example.com")
            .set("email2", "robin@example.com")
            .set("phone", "+49 341 555010")
            .set("passport", "X123")
            .set("birth", "1980-01-15"));
  }

  private static void pay(FormPosts forms) {
    forms.post(
        "/book/pay",
        FormData.create()
            .set("card-name", "Robin Example")
            .set("card-number", "4242424242424242")
            .set("expiry", "08/31")
            .set("cvc", "123")
            .set("terms", "yes"));
  }

  private static void signIn(FormPosts forms) {
    forms.post(
        "/account/sign-in",
        FormData.create().set("email", "demo@skerryvane.example").set("password", "puffin-2026"));
  }
}
