package dev.hitlai.aitester.mind;

import static dev.hitlai.testsupport.PageViews.page;
import static dev.hitlai.testsupport.PaperSite.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.mind.Decision.Observation.Kind;
import dev.hitlai.aitester.mind.human.Attention;
import dev.hitlai.testsupport.PageViews;
import dev.hitlai.testsupport.PaperSite;
import dev.hitlai.testsupport.PaperSite.Visit;
import dev.hitlai.testsupport.PaperSite.Walk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OfflineMindTest {
  private static final int STEPS = 30;

  /**
   * A small garden shop: a menu, two categories, products, help pages, forms, cart and checkout.
   */
  private static PaperSite shop() {
    return new PaperSite()
        .page(
            "/",
            v ->
                chrome("/", "Green Thumb – garden shop", v)
                    .main()
                    .h1("Everything for your garden")
                    .text("Tools and plants, delivered to your door.")
                    .link("Spring offers", "/offers")
                    .view())
        .page(
            "/tools",
            v ->
                chrome("/tools", "Tools | Green Thumb", v)
                    .main()
                    .h1("Garden tools")
                    .select(
                        "Sort by", false, "Popularity", "Price: low to high", "Price: high to low")
                    .group("Steel spade")
                    .link("Steel spade", "/p/spade")
                    .text("€34.90")
                    .group("Hedge shears")
                    .link("Hedge shears", "/p/shears")
                    .text("€129.00")
                    .group("Small hedge shears")
                    .link("Small hedge shears", "/p/small-shears")
                    .text("€49.00")
                    .view())
        .page(
            "/plants",
            v ->
                chrome("/plants", "Plants | Green Thumb", v)
                    .main()
                    .h1("Plants")
                    .group("Rose bush")
                    .link("Rose bush", "/p/rose")
                    .text("€19.00")
                    .view())
        .page(
            "/offers",
            v ->
                chrome("/offers", "Offers", v)
                    .main()
                    .h1("Spring offers")
                    .text("No offers today.")
                    .view())
        .page("/p/spade", v -> product("/p/spade", "Steel spade", "€34.90", v))
        .page("/p/shears", v -> product("/p/shears", "Hedge shears", "€129.00", v))
        .page("/p/small-shears", v -> product("/p/small-shears", "Small hedge shears", "€49.00", v))
        .page("/p/rose", v -> product("/p/rose", "Rose bush", "€19.00", v))
        .page(
            "/help",
            v ->
                chrome("/help", "Help | Green Thumb", v)
                    .main()
                    .h1("Help and answers")
                    .link("Sending things back", "/returns")
                    .link("Shipping and costs", "/shipping")
                    .link("Warranty", "/warranty")
                    .view())
        .page(
            "/returns",
            v ->
                chrome("/returns", "Returns", v)
                    .main()
                    .h1("Returns and refunds")
                    .text(
                        "You can return any product within 30 days. Print the label and post the"
                            + " parcel.")
                    .view())
        .page(
            "/shipping",
            v ->
                chrome("/shipping", "Shipping", v)
                    .main()
                    .h1("Shipping")
                    .text("Delivery costs €4.95 and is free from €50.")
                    .view())
        .page(
            "/warranty",
            v ->
                chrome("/warranty", "Warranty", v)
                    .main()
                    .h1("Warranty")
                    .text("Two years on all tools.")
                    .view())
        .page(
            "/contact",
            v ->
                chrome("/contact", "Contact", v)
                    .main()
                    .h1("Write to us")
                    .form("Contact")
                    .required("text", "Your name")
                    .field("email", "E-mail", true, complaint(v), 0)
                    .required("textarea", "Message")
                    .submit("Send message")
                    .view())
        .page(
            "/sent",
            v ->
                chrome("/sent", "Sent", v)
                    .main()
                    .h1("Thank you, your message has been sent")
                    .view())
        .page(
            "/account",
            v ->
                chrome("/account", "Sign in", v)
                    .main()
                    .h1("Sign in")
                    .form("Sign in")
                    .required("email", "E-mail")
                    .required("password", "Password")
                    .submit("Sign in")
                    .link("Create an account", "/register")
                    .view())
        .page(
            "/register",
            v ->
                chrome("/register", "Register", v)
                    .main()
                    .h1("Create your account")
                    .form("Register")
                    .required("text", "Full name")
                    .required("email", "E-mail")
                    .required("password", "Password")
                    .checkbox("I agree to the terms", true, false)
                    .checkbox("Send me offers", false, false)
                    .submit("Create account")
                    .view())
        .page(
            "/welcome",
            v -> chrome("/welcome", "My account", v).main().h1("Welcome, you are signed in").view())
        .page(
            "/cart",
            v ->
                chrome("/cart", "Cart", v)
                    .main()
                    .h1("Your cart")
                    .field("number", "Quantity", false, "", 1)
                    .button("Update cart")
                    .link("Go to checkout", "/checkout")
                    .view())
        .page(
            "/checkout",
            v ->
                chrome("/checkout", "Checkout", v)
                    .main()
                    .h1("Delivery address")
                    .form("Address")
                    .required("text", "Full name")
                    .required("text", "Street")
                    .required("text", "Postcode")
                    .required("text", "City")
                    .required("email", "E-mail")
                    .submit("Continue to payment")
                    .view())
        .page(
            "/payment",
            v ->
                chrome("/payment", "Payment", v)
                    .main()
                    .h1("Payment")
                    .form("Card")
                    .required("text", "Card number")
                    .required("text", "Security code")
                    .submit("Pay now")
                    .view())
        .page(
            "/search",
            v ->
                chrome("/search", "Search", v)
                    .main()
                    .h1("Results for " + v.typed().get("Search"))
                    .group("Steel spade")
                    .link("Steel spade", "/p/spade")
                    .text("€34.90")
                    .view())
        .pressing(OfflineMindTest::press);
  }

  private static String complaint(Visit visit) {
    return visit.marks().getOrDefault("complaint", "");
  }

  private static PageViews chrome(String path, String title, Visit visit) {
    var cart = visit.marks().containsKey("cart") ? "Cart (1)" : "Cart";
    var view =
        page(ROOT + path, title)
            .scrolledTo(visit.scroll()[0])
            .nav()
            .link("Tools", "/tools")
            .link("Plants", "/plants")
            .link("Help", "/help")
            .link("Contact", "/contact")
            .link("Sign in", "/account")
            .link(cart, "/cart");
    return view.in("search")
        .field("search", "Search")
        .footer()
        .form("Newsletter")
        .field("email", "Your e-mail for our newsletter")
        .submit("Subscribe")
        .text(
            visit.marks().containsKey("subscribed")
                ? "Thanks, you are subscribed."
                : "Once a month.");
  }

  private static dev.hitlai.aitester.page.PageView product(
      String path, String name, String price, Visit visit) {
    var view = chrome(path, name, visit).main().h1(name).text(price).button("Add to cart");
    return visit.marks().containsKey("cart") ? view.text("Added to your cart").view() : view.view();
  }

  private static String press(String label, Visit visit) {
    return switch (label) {
      case "Add to cart" -> mark("cart", ".", visit);
      case "Send message" -> send(visit);
      case "Sign in", "Create account" -> "/welcome";
      case "Continue to payment" -> "/payment";
      case "Subscribe" -> mark("subscribed", ".", visit);
      case "Update cart", "Sort by" -> ".";
      case "Enter" -> visit.typed().containsKey("Search") ? "/search" : "";
      default -> "";
    };
  }

  private static String send(Visit visit) {
    if (visit.typed().getOrDefault("E-mail", "").contains("@")) {
      return "/sent";
    }
    return mark("complaint", ".", visit);
  }

  private static String mark(String name, String effect, Visit visit) {
    visit.marks().put(name, "Invalid");
    return effect;
  }

  static Stream<Arguments> missionsAndPersonas() {
    return Stream.of(
            "Find out how to return a product",
            "Find out how much delivery costs",
            "Put hedge shears for under 60 euros into the cart",
            "Buy a steel spade",
            "Contact the shop with a question about an order",
            "Create an account",
            "Log in with email kim@example.org and password secret",
            "Subscribe to the newsletter",
            "Search for a spade",
            "Sort the garden tools by price, lowest first",
            "Change the quantity of the rose bush in the cart to 3")
        .flatMap(mission -> ShippedPersonas.all().stream().map(p -> Arguments.of(mission, p)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("missionsAndPersonas")
  void finishesSimpleMissionsAsEveryPersona(String mission, Persona persona) {
    var seeds = canResign(persona) ? 12 : 1;
    var enough = canResign(persona) ? 5 : 1;

    var walks =
        LongStream.rangeClosed(1, seeds)
            .mapToObj(seed -> shop().walk(mission, persona, STEPS, seed + 6))
            .toList();

    assertThat(walks.stream().filter(Walk::done).count())
        .as(() -> walks.stream().map(Walk::told).collect(Collectors.joining("---\n")))
        .isGreaterThanOrEqualTo(enough);
    assertThat(walks)
        .filteredOn(walk -> !walk.done())
        .allSatisfy(walk -> assertThat(walk.told()).contains("try no other way"));
  }

  /** Whether some people like this stop after a set-back: those that don't have to succeed. */
  private static boolean canResign(Persona persona) {
    return new Attention(persona).hesitating() > 0;
  }

  @Test
  void sameSeedGivesTheSameWalk() {
    var persona = ShippedPersonas.all().getFirst();

    var first = shop().walk("Buy a steel spade", persona, STEPS, 11);
    var second = shop().walk("Buy a steel spade", persona, STEPS, 11);

    assertThat(second.decisions()).isEqualTo(first.decisions());
  }

  @ParameterizedTest
  @MethodSource("dev.hitlai.aitester.ShippedPersonas#all")
  void stopsBeforeTheCardIsTyped(Persona persona) {
    var walks =
        seeds().stream().map(seed -> shop().walk("Buy a steel spade", persona, STEPS, seed));

    var ends =
        walks
            .peek(walk -> assertThat(walk.told()).doesNotContain("Card number"))
            .map(walk -> walk.path().getLast())
            .toList();

    assertThat(ends).contains("/payment");
    if (!canResign(persona)) {
      assertThat(ends).containsOnly("/payment");
    }
  }

  @Test
  void slipsOnceAndNoticesAnErrorThatSaysNothing() {
    var noticed =
        seeds().stream()
            .map(s -> contact(s).noticed())
            .filter(k -> k.contains(Kind.UNHELPFUL_ERROR))
            .count();

    assertThat(noticed).isBetween(1L, (long) seeds().size());
  }

  @Test
  void givesUpOnASiteWithoutTheThingAndSaysWhere() {
    for (var persona : ShippedPersonas.all()) {
      var walk = shop().walk("Find out how to adopt a penguin", persona, 60, 5);

      assertThat(walk.last())
          .as(walk.told())
          .isInstanceOf(dev.hitlai.aitester.action.Action.GiveUp.class);
      assertThat(walk.noticed()).contains(Kind.LOST, Kind.GAVE_UP);
      assertThat(walk.sentiment()).isLessThan(0.6);
    }
  }

  @Test
  void looksAroundUntilEverythingMainWasSeen() {
    var walk = shop().walk("", ShippedPersonas.all().get(2), 60, 5);

    assertThat(walk.path())
        .contains("/tools", "/plants", "/help", "/contact", "/account", "/cart", "/returns");
  }

  private static List<Long> seeds() {
    return List.of(1L, 2L, 3L, 4L, 5L, 6L);
  }

  private static Walk contact(long seed) {
    return shop()
        .walk("Contact the shop with a question", ShippedPersonas.all().get(1), STEPS, seed);
  }
}
