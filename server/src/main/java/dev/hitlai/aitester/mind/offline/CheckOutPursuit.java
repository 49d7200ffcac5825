package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.mind.form.FieldMeaning;
import dev.hitlai.aitester.mind.form.FormFiller;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the cart to the payment step, which is where a tester stops. Only when the mission asks for
 * the whole order is it placed, and only with the test card.
 */
final class CheckOutPursuit implements Pursuit {
  private static final Pattern CHECK_OUT =
      Pattern.compile("(?i)\\bcheck ?-?out\\b|^\\W*(?:proceed|order now|go to payment)\\b");
  private static final Pattern CONTINUE =
      Pattern.compile(
          "(?i)^\\W*(?:continue|next(?: step)?\\W*$|proceed|save and continue|go to"
              + " (?:payment|delivery|shipping|review)|to payment|review (?:your |my )?order|use"
              + " this address|deliver here)\\b");
  private static final Pattern SHOPPING =
      Pattern.compile("(?i)continue shopping|next (?:page|slide|picture|image)|\\bback\\b");
  private static final Pattern GUEST =
      Pattern.compile("(?i)\\bguest\\b|\\bwithout (?:an |creating |registering|signing)");
  private static final Pattern PAYMENT =
      Pattern.compile(
          "(?i)^\\W*(?:\\d\\W*)?(?:step \\d\\W*)?(?:payment|pay|choose (?:a |your )?payment|how"
              + " (?:would|do) you (?:like|want) to pay|secure payment)(?:"
              + " (?:method|details|options?|information))?\\W*$");
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?i)\\b(?:order|purchase) (?:is |was |has been"
              + " )?(?:confirmed|confirmation|placed|received|complete\\w*)\\b|\\bthank(?:s| you)"
              + " for your (?:order|purchase)\\b");
  private static final Set<FieldMeaning> PERSONAL =
      EnumSet.of(
          FieldMeaning.EMAIL,
          FieldMeaning.FULL_NAME,
          FieldMeaning.FIRST_NAME,
          FieldMeaning.LAST_NAME,
          FieldMeaning.STREET,
          FieldMeaning.POSTCODE,
          FieldMeaning.CITY,
          FieldMeaning.PHONE,
          FieldMeaning.COUNTRY);
  private static final Set<FieldMeaning> CARD =
      EnumSet.of(FieldMeaning.CARD_NUMBER, FieldMeaning.CARD_CODE, FieldMeaning.IBAN);

  private final Goal goal;
  private final Supplier<FormFiller> fillers;
  private @Nullable FormFiller filler;
  private @Nullable String filling;
  private boolean underway;
  private boolean atPayment;

  CheckOutPursuit(Goal goal, Supplier<FormFiller> fillers) {
    this.goal = goal;
    this.fillers = fillers;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    if (!underway) {
      return Optional.empty();
    }
    if (saysOrdered(now) && !hasField(now, CARD)) {
      return Optional.of("the order was confirmed");
    }
    return !goal.wholeOrder() && (atPayment || isPaymentStep(now))
        ? Optional.of("reached the payment step; nothing was paid")
        : Optional.empty();
  }

  private static boolean saysOrdered(Situation now) {
    return ORDERED.matcher(now.page().title()).find()
        || now.page().headings().stream().anyMatch(h -> ORDERED.matcher(h.text()).find());
  }

  private static boolean isPaymentStep(Situation now) {
    var heading =
        now.page().headings().stream()
            .filter(h -> h.level() <= 2)
            .anyMatch(h -> PAYMENT.matcher(h.text()).find());
    var paying = now.usable().stream().anyMatch(Caution::isPaying);
    var personal = personalForm(now).filter(form -> unfilled(form, now)).isPresent();
    return hasField(now, CARD) || (heading || paying) && !personal;
  }

  private static boolean unfilled(PageView.Form form, Situation now) {
    return FormChoice.fields(form, now).stream()
        .anyMatch(
            e ->
                e.field() != null
                    && e.field().valueLength() == 0
                    && PERSONAL.contains(FieldMeaning.of(e)));
  }

  private static boolean hasField(Situation now, Set<FieldMeaning> meanings) {
    return now.usable().stream()
        .anyMatch(e -> e.field() != null && meanings.contains(FieldMeaning.of(e)));
  }

  @Override
  public Optional<Move> next(Situation now) {
    return guest(now)
        .or(() -> form(now).flatMap(form -> fill(form, now)))
        .or(() -> called(now, CHECK_OUT, "on to the checkout"))
        .or(
            () ->
                underway
                    ? called(now, CONTINUE, "the next step of the checkout")
                    : Optional.empty())
        .or(() -> underway && goal.wholeOrder() ? placeOrder(now) : Optional.empty())
        .or(() -> called(now, CartPursuit.CART, "the checkout starts in the cart"));
  }

  private static Optional<Move> guest(Situation now) {
    return now.called(GUEST, element -> !now.memory().hasChosen(now.key(), element))
        .map(button -> Move.click(button, "no account is needed for this", 0.8));
  }

  private Optional<Move> called(Situation now, Pattern words, String reason) {
    return now.called(words, e -> !isTaken(e, now)).map(e -> Move.click(e, reason, 0.9));
  }

  private static boolean isTaken(Element element, Situation now) {
    return SHOPPING.matcher(element.label()).find()
        || CartPursuit.ADD.matcher(element.label()).find()
        || Caution.isPaying(element)
        || element.link() != null && element.label().strip().equalsIgnoreCase("next")
        || now.memory().times(now.key(), new Action.Click(element)) >= 2
        || pointsHere(element, now);
  }

  private static boolean pointsHere(Element element, Situation now) {
    var link = element.link();
    return link != null
        && PageReading.address(link.href()).equals(PageReading.address(now.page().url()));
  }

  private static Optional<Move> placeOrder(Situation now) {
    return now.usable().stream()
        .filter(Caution::isPaying)
        .findFirst()
        .map(
            button ->
                Move.click(button, "the mission asks for the order; the card is a test card", 0.9));
  }

  private Optional<PageView.Form> form(Situation now) {
    if (!underway) {
      return Optional.empty();
    }
    return personalForm(now)
        .or(() -> now.page().forms().stream().filter(f -> isStep(f, now)).findFirst());
  }

  /** A form with several personal fields, or fewer and no other purpose. */
  private static Optional<PageView.Form> personalForm(Situation now) {
    return now.page().forms().stream()
        .filter(
            form -> {
              var meanings = FormChoice.fields(form, now).stream().map(FieldMeaning::of).toList();
              return meanings.stream().filter(PERSONAL::contains).count() >= 2
                  && !meanings.contains(FieldMeaning.PASSWORD)
                  && !meanings.contains(FieldMeaning.MESSAGE);
            })
        .findFirst();
  }

  /** A form in the content whose button goes on. */
  private boolean isStep(PageView.Form form, Situation now) {
    var submit = now.page().element(form.submit());
    var card =
        goal.wholeOrder()
            && FormChoice.fields(form, now).stream()
                .anyMatch(e -> CARD.contains(FieldMeaning.of(e)));
    return card
        || submit
            .filter(b -> PageReading.isContent(b.context().landmark()))
            .filter(
                b -> CONTINUE.matcher(b.label()).find() && !FormChoice.fields(form, now).isEmpty())
            .isPresent();
  }

  private Optional<Move> fill(PageView.Form form, Situation now) {
    var id = now.key() + form.action() + form.index();
    if (filler == null || !id.equals(filling)) {
      filler = fillers.get();
      filling = id;
    }
    var current = filler;
    var action = current.next(now.page(), form);
    if (action.isPresent() && wouldPay(action.get(), form, now)) {
      atPayment = true;
      return Optional.empty();
    }
    return action.map(
        a -> Move.of(a, "the checkout asks for it", 0.95).noticing(current.takeObservations()));
  }

  /** Sending this form would spend money and the mission doesn't ask for that. */
  private boolean wouldPay(Action action, PageView.Form form, Situation now) {
    var sends = action instanceof Action.Press || action instanceof Action.Click;
    return sends
        && !goal.wholeOrder()
        && now.page().element(form.submit()).filter(Caution::isPaying).isPresent();
  }

  @Override
  public String query() {
    return "cart, checkout";
  }

  @Override
  public void learn(StepRecord step, PageView before, PageView after) {
    var kind = step.outcome().kind();
    if (step.action() instanceof Action.Click click
        && CHECK_OUT.matcher(click.target().label()).find()) {
      underway |= kind == Outcome.Kind.NAVIGATED || kind == Outcome.Kind.CHANGED;
    }
    if (filler != null && filler.isSubmitted()) {
      after.forms().stream()
          .filter(form -> form.fields().size() > 1)
          .findFirst()
          .ifPresent(form -> again(form, after));
    }
  }

  private void again(PageView.Form form, PageView after) {
    var current = filler;
    if (current != null && !current.complains(after, form)) {
      filler = null;
    }
  }
}
