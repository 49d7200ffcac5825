package dev.hitlai.aitester.mind.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.Decision.Observation;
import dev.hitlai.aitester.mind.Decision.Observation.Kind;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.goal.GoalParser;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.testsupport.PageViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormFillingTest {
  private static final String URL = "https://site.test/form";

  @Test
  void takesTheMissionsValuesFirst() {
    var filling = filling("Fill in the form with name=Robin Hood, city=Nottingham");

    assertThat(typed(filling, field("text", "Your name"))).isEqualTo("Robin Hood");
    assertThat(typed(filling, field("text", "City"))).isEqualTo("Nottingham");
  }

  @Test
  void makesUpDataOfNobody() {
    var filling = filling("Create an account");

    assertThat(typed(filling, field("email", "E-mail"))).endsWith("@example.org");
    assertThat(typed(filling, field("tel", "Phone"))).contains("555 01");
    assertThat(typed(filling, field("text", "Card number"))).isEqualTo("4242424242424242");
  }

  @Test
  void satisfiesTheRulesThatThePasswordFieldShows() {
    var view =
        form()
            .control("password", "Password", "At least 20 characters", true, "", 0, List.of(), null)
            .submit("Go")
            .view();

    var password = typed(filling("Create an account"), view.elements().getFirst());

    assertThat(password)
        .hasSizeGreaterThanOrEqualTo(20)
        .containsPattern("\\d")
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]");
  }

  @Test
  void writesDatesAsTheFieldWantsThem() {
    var filling = filling("Book a room with arrival date=2030-05-01");
    var german =
        form()
            .control("text", "Arrival date", "dd.mm.yyyy", true, "", 0, List.of(), null)
            .submit("Go")
            .view();

    assertThat(typed(filling, field("date", "Arrival date"))).isEqualTo("2030-05-01");
    assertThat(typed(filling, german.elements().getFirst())).isEqualTo("01.05.2030");
  }

  @Test
  void ticksTermsAndLeavesAdvertisingAlone() {
    var filling = filling("Create an account");

    assertThat(filling.fill(checkbox("I agree to the terms and conditions", true, false), true))
        .isPresent();
    assertThat(filling.fill(checkbox("Send me offers from partners", false, false), true))
        .isEmpty();
  }

  @Test
  void choosesARealOptionInsteadOfThePrompt() {
    var select =
        form()
            .select("Topic", true, "Please choose", "Delivery", "Returns")
            .submit("Go")
            .view()
            .elements()
            .getFirst();

    assertThat(filling("Contact the shop").fill(select, true))
        .contains(new Action.Select(select, "Delivery"));
  }

  @Test
  void leavesOptionalCouponAndSearchFieldsEmpty() {
    var filling = filling("Create an account");

    assertThat(filling.fill(field("text", "Promo code"), false)).isEmpty();
    assertThat(filling.fill(field("search", "Search"), false)).isEmpty();
    assertThat(filling.fill(field("text", "Company (optional)"), false)).isEmpty();
  }

  @Test
  void slipsOnceThenCorrectsAndSendsAgain() {
    var filler = new FormFiller(filling("Contact the shop"), Element::usable, true);
    var page = contact("", 0);
    var first = run(filler, page);
    filler.complains(
        contact("Please enter an address like name@example.org", 20), page.forms().getFirst());
    var second = run(filler, contact("Please enter an address like name@example.org", 20));

    assertThat(first)
        .anyMatch(
            a ->
                a instanceof Action.Type type
                    && type.target().label().equals("E-mail")
                    && !type.text().contains("@"));
    assertThat(second).anyMatch(a -> a instanceof Action.Type type && type.text().contains("@"));
    assertThat(second.getLast()).isInstanceOf(Action.Click.class);
    assertThat(filler.takeObservations()).isEmpty();
  }

  @Test
  void noticesLostInputUnhelpfulErrorsAndUnmarkedFields() {
    var filler = new FormFiller(filling("Contact the shop"), Element::usable, false);
    run(filler, contact("", 0));
    var after =
        form()
            .required("text", "Your name")
            .field("email", "E-mail", true, "Invalid", 20)
            .field("text", "Phone", false, "Invalid", 0)
            .submit("Send")
            .view();

    assertThat(filler.complains(after, after.forms().getFirst())).isTrue();
    assertThat(filler.takeObservations())
        .extracting(Observation::kind)
        .contains(Kind.INPUT_LOST, Kind.UNHELPFUL_ERROR, Kind.UNMARKED_REQUIRED);
  }

  @Test
  void neverSendsMoreThanFourTimes() {
    var filler = new FormFiller(filling("Contact the shop"), Element::usable, false);
    var page = contact("Wrong", 0);
    for (int i = 0; i < 10; i++) {
      run(filler, page);
      filler.complains(page, page.forms().getFirst());
    }

    assertThat(filler.submissions()).isEqualTo(4);
  }

  private static List<Action> run(FormFiller filler, PageView page) {
    var actions = new ArrayList<Action>();
    for (Optional<Action> next = filler.next(page, page.forms().getFirst());
        next.isPresent();
        next = filler.next(page, page.forms().getFirst())) {
      actions.add(next.get());
    }
    return actions;
  }

  private static PageView contact(String error, int length) {
    return form()
        .field("text", "Your name", true, "", length)
        .field("email", "E-mail", true, error, length)
        .submit("Send")
        .view();
  }

  private static PageViews form() {
    return PageViews.page(URL, "Form").main().form("Form");
  }

  private static Element field(String type, String label) {
    return form().required(type, label).submit("Go").view().elements().getFirst();
  }

  private static Element checkbox(String label, boolean required, boolean checked) {
    return form().checkbox(label, required, checked).submit("Go").view().elements().getFirst();
  }

  private static FormFilling filling(String mission) {
    return new FormFilling(GoalParser.parse(mission).getFirst(), new Noise(1));
  }

  private static String typed(FormFilling filling, Element element) {
    return filling
        .fill(element, true)
        .map(a -> a instanceof Action.Type type ? type.text() : "")
        .orElse("");
  }
}
