package dev.hitlai.aitester.mind.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Find out how to return a product | FIND:return a product",
        "How can I return shoes that do not fit? | FIND:return shoes that do not fit",
        "Find out how much delivery costs | FIND:delivery costs",
        "Where is the company located? | FIND:company located",
        "Look for a job as a gardener | FIND:job as a gardener",
        "Find the opening hours of the museum | FIND:opening hours of the museum",
        "Please read about the warranty | FIND:warranty",
        "I want to see the upcoming concerts. | FIND:upcoming concerts",
        "Search for a blue tent | SEARCH:blue tent",
        "Use the search to find running shoes | SEARCH:running shoes",
        "Buy a rain jacket for under 100 euros | ADD_TO_CART:rain jacket, CHECK_OUT:",
        "Buy the cheapest backpack | ADD_TO_CART:backpack, CHECK_OUT:",
        "Order 2 mugs | ADD_TO_CART:mugs, CHECK_OUT:",
        "Add a steel bottle to the cart | ADD_TO_CART:steel bottle",
        "Put the rose bush into your basket | ADD_TO_CART:rose bush",
        "Find a lamp and buy it | FIND:lamp, ADD_TO_CART:lamp, CHECK_OUT:",
        "Buy a tent, but stop before paying | ADD_TO_CART:tent, CHECK_OUT:",
        "Add a mug to the cart and go to checkout | ADD_TO_CART:mug, CHECK_OUT:mug",
        "Go to checkout | ADD_TO_CART:, CHECK_OUT:",
        "Log in with email kim@example.org and password secret1 | LOG_IN:email kim@example.org and"
            + " password secret1",
        "Sign in as kim with password abc | LOG_IN:kim with password abc",
        "Create an account | SIGN_UP:account",
        "Register as a new customer | SIGN_UP:new customer",
        "Sign up for the newsletter | SUBSCRIBE:newsletter",
        "Subscribe to the newsletter with kim@example.org | SUBSCRIBE:newsletter with"
            + " kim@example.org",
        "Contact the shop with a question about an order | CONTACT:shop with a question about an"
            + " order",
        "Send a message to customer service | CONTACT:message to customer service",
        "Filter the jackets by colour blue | FILTER:jackets by colour blue",
        "Show only tents under 200 euros | FILTER:tents",
        "Sort the shoes by price, lowest first | SORT:shoes by price, lowest first",
        "Change the quantity of the mug in the cart to 3 | ADD_TO_CART:mug,"
            + " CHANGE_QUANTITY:quantity of the mug to 3",
        "Change the language to German | CHANGE_SETTING:language to German",
        "Turn off e-mail notifications | CHANGE_SETTING:e-mail notifications",
        "Cancel my subscription | CANCEL:subscription",
        "Compare the family plan and the team plan | FIND:family plan, FIND:team plan",
        "Book a table for two on 2030-05-01 | CHOOSE_DATE:table for two on 2030-05-01",
        "Apply for a parking permit | FILL_FORM:parking permit",
        "Fill in the survey about the park | FILL_FORM:survey about the park",
        "Report a broken street light | FILL_FORM:broken street light",
        "Look around | LOOK_AROUND:",
        "Find the returns policy, then contact the shop | FIND:returns policy, CONTACT:shop",
      })
  void parsesMissions(String mission, String expected) {
    var goals =
        GoalParser.parse(mission).stream()
            .map(g -> g.intent() + ":" + g.target())
            .collect(Collectors.joining(", "));

    assertThat(goals).isEqualTo(expected);
  }

  @Test
  void aBlankMissionMeansLookingAround() {
    assertThat(GoalParser.parse("  "))
        .singleElement()
        .extracting(Goal::intent)
        .isEqualTo(Intent.LOOK_AROUND);
  }

  @Test
  void readsConditions() {
    var goal = GoalParser.parse("Buy 2 blue jackets in size M for under 80.50 euros").getFirst();

    assertThat(goal.target()).isEqualTo("blue jackets");
    assertThat(goal.wishes()).isEqualTo(new Wishes(0, 80.5, false, "blue", "m", 2));
    assertThat(goal.wishes().allow(80.5)).isTrue();
    assertThat(goal.wishes().allow(81)).isFalse();
  }

  @Test
  void readsCredentialsAndPairs() {
    var goal = GoalParser.parse("Log in with user kim and password \"a b\"").getFirst();
    var form =
        GoalParser.parse(
                "Fill in the contact form with name=Robin, phone number=555 and subject=\"Late"
                    + " parcel\"")
            .getFirst();

    assertThat(goal.data()).containsEntry("username", "kim").containsEntry("password", "a b");
    assertThat(form.data()).containsEntry("name", "Robin").containsEntry("subject", "Late parcel");
  }

  @Test
  void keepsQuotationsAsTheyAre() {
    var goal =
        GoalParser.parse("Send a message saying \"Where is my parcel, and when does it come?\"")
            .getFirst();

    assertThat(goal.intent()).isEqualTo(Intent.CONTACT);
    assertThat(goal.quoted()).containsExactly("Where is my parcel, and when does it come?");
  }

  @Test
  void aPurchaseEndsAtThePaymentUnlessTheOrderIsAskedFor() {
    assertThat(GoalParser.parse("Buy a mug").getLast().wholeOrder()).isFalse();
    assertThat(GoalParser.parse("Buy a mug and place the order").getLast().wholeOrder()).isTrue();
  }

  @Test
  void knowsWhatAnAnswerLooksLike() {
    assertThat(GoalParser.parse("Find out how much delivery costs").getFirst().answer())
        .isEqualTo(AnswerKind.AMOUNT);
    assertThat(GoalParser.parse("Find the phone number of the office").getFirst().answer())
        .isEqualTo(AnswerKind.PHONE);
    assertThat(AnswerKind.AMOUNT.answeredBy("Delivery is free from €50")).isTrue();
    assertThat(AnswerKind.AMOUNT.answeredBy("We deliver everywhere")).isFalse();
  }
}
