package dev.hitlai.aitester.mind.offline;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.form.FormFiller;
import dev.hitlai.aitester.mind.goal.Goal;
import dev.hitlai.aitester.mind.scent.Similarity;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.page.PageView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a product that is as wished and puts it into the cart. */
final class CartPursuit implements Pursuit {
  static final Pattern CART = Pattern.compile("(?i)\\b(?:cart|basket|bag|trolley)\\b");
  static final Pattern ADD =
      Pattern.compile(
          "(?i)\\b(?:add|put|place)\\b.*\\b(?:cart|basket|bag|trolley)\\b|^\\W*(?:add|buy|buy"
              + " now|order now|purchase|buy it now)\\W*$");
  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)\\badded\\b|\\bin (?:your|the)"
              + " (?:cart|basket|bag|trolley)\\b|\\b(?:cart|basket|bag|trolley)"
              + " (?:updated|\\(?\\s?[1-9])|\\b[1-9]\\d* (?:items?|products?|articles?)\\b");

  /** Speaks of the thing and does not sell it. */
  static final Pattern ASIDE =
      Pattern.compile(
          "(?i)^\\W*(?:read|watch|learn|how|why|save|compare|review|share|remember)\\b|\\b(?:guide|story|journal|blog)\\b");

  private static final double RIGHT_PRODUCT = 0.4;
  private static final double RIGHT_CARD = 0.5;
  private static final double KNOWN = 0.6;
  private static final double PRICE_DISTANCE = 900;
  private static final double CARD_SIZE = 420;
  private static final String ANYTHING = "all products";

  private final Goal goal;
  private final Similarity similarity;
  private final Supplier<FormFiller> fillers;
  private final SearchBox box = new SearchBox();
  private @Nullable FormFiller filler;
  private @Nullable String productPage;
  private @Nullable String pressed;
  private @Nullable String evidence;

  CartPursuit(Goal goal, Similarity similarity, Supplier<FormFiller> fillers) {
    this.goal = goal;
    this.similarity = similarity;
    this.fillers = fillers;
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public Optional<String> reached(Situation now) {
    return Optional.ofNullable(evidence);
  }

  @Override
  public Optional<Move> next(Situation now) {
    var buttons = addButtons(now);
    var button =
        buttons.size() == 1 ? onProductPage(buttons.getFirst(), now) : onListing(buttons, now);
    return button.flatMap(add -> choose(add, now)).or(() -> search(now));
  }

  /** Who knows the thing's name and sees nothing like it looks for it by name. */
  private Optional<Move> search(Situation now) {
    boolean named = goal.target().strip().contains(" ");
    boolean shown =
        now.pressable().stream()
            .filter(option -> !ASIDE.matcher(option.label()).find())
            .anyMatch(option -> similarity.of(goal.target(), option.label()) >= KNOWN);
    return named && !shown && (box.isTyped() || SearchBox.field(now).isPresent()) || box.isTyped()
        ? box.search(now, goal.target())
        : Optional.empty();
  }

  private static List<Element> addButtons(Situation now) {
    return now.usable().stream()
        .filter(Situation::isPressable)
        .filter(e -> ADD.matcher(e.label()).find() || ADD.matcher(e.name()).find())
        .filter(e -> !now.seemsDead(e))
        .toList();
  }

  private Optional<Element> onProductPage(Element add, Situation now) {
    var price = PageReading.priceNear(now.page(), add, PRICE_DISTANCE);
    var affordable = Double.isNaN(price) || goal.wishes().allow(price);
    return affordable && isRightProduct(add, now) ? Optional.of(add) : Optional.empty();
  }

  private boolean isRightProduct(Element add, Situation now) {
    return goal.target().isBlank()
        || similarity.of(goal.target(), PageReading.mainHeading(now.page())) >= RIGHT_PRODUCT
        || similarity.of(goal.target(), around(add)) >= RIGHT_PRODUCT
        || similarity.of(goal.target(), PageReading.ownTitle(now.page())) >= RIGHT_PRODUCT;
  }

  private Optional<Element> onListing(List<Element> buttons, Situation now) {
    return buttons.stream()
        .filter(button -> fit(button) >= RIGHT_CARD)
        .filter(button -> FindPursuit.priceFits(goal, button, now))
        .max(Comparator.comparingDouble(button -> fit(button) * cheapness(button, now)));
  }

  private double fit(Element button) {
    return goal.target().isBlank() ? 1 : similarity.of(goal.target(), around(button));
  }

  private static String around(Element button) {
    var context = button.context();
    var group = context.group().isBlank() ? context.heading() : context.group();
    return (button.name().length() > button.text().length() ? button.name() + " " : "") + group;
  }

  /** Options such as the size first, then the button itself. */
  private Optional<Move> choose(Element add, Situation now) {
    if (filler == null || !now.key().equals(productPage)) {
      filler = fillers.get();
      productPage = now.key();
    }
    var current = filler;
    return current
        .next(now.page(), productForm(add, now))
        .map(action -> press(action, add))
        .map(
            action ->
                Move.of(
                    action,
                    action instanceof Action.Click
                        ? "this is what was looked for"
                        : "the product comes in kinds",
                    0.95));
  }

  private Action press(Action action, Element add) {
    var isAdd = action instanceof Action.Click || action instanceof Action.Press;
    if (isAdd) {
      pressed = add.selector();
    }
    return isAdd ? new Action.Click(add) : action;
  }

  private static PageView.Form productForm(Element add, Situation now) {
    var own = now.page().forms().stream().filter(form -> form.submit() == add.ref()).findFirst();
    return own.orElseGet(() -> new PageView.Form(-1, "", "", "", add.ref(), List.of()));
  }

  @Override
  public String query() {
    return goal.target().isBlank() ? ANYTHING : goal.target();
  }

  @Override
  public String searchWords() {
    return goal.target();
  }

  @Override
  public double weigh(Element option, double similarity, Situation now) {
    if (!FindPursuit.priceFits(goal, option, now)) {
      return similarity * 0.1;
    }
    if (ASIDE.matcher(option.label()).find()) {
      return similarity * 0.3;
    }
    var price = cardPrice(option, now);
    if (goal.target().isBlank() && !Double.isNaN(price)) {
      return Math.max(similarity, 0.6);
    }
    return similarity * cheapness(option, now);
  }

  private static double cardPrice(Element option, Situation now) {
    return PageReading.isContent(option.context().landmark())
        ? PageReading.priceNear(now.page(), option, CARD_SIZE)
        : Double.NaN;
  }

  /**
   * 1 for the cheapest on the page, less for dearer ones, where the mission asks for the cheapest.
   */
  private double cheapness(Element option, Situation now) {
    var price = cardPrice(option, now);
    if (!goal.wishes().cheapest() || Double.isNaN(price) || price <= 0) {
      return 1;
    }
    var lowest =
        now.pressable().stream()
            .filter(other -> similarity.of(goal.target(), other.label()) >= RIGHT_PRODUCT)
            .mapToDouble(other -> cardPrice(other, now))
            .filter(value -> value > 0)
            .min()
            .orElse(price);
    return Math.min(1, lowest / price);
  }

  @Override
  public void learn(StepRecord step, PageView before, PageView after) {
    if (!(step.action() instanceof Action.Click click)
        || !click.target().selector().equals(pressed)) {
      return;
    }
    var said = PageReading.newTexts(before, after);
    var onCart =
        CART.matcher(PageReading.mainHeading(after) + " " + PageReading.ownTitle(after)).find();
    var told = said.stream().filter(text -> ADDED.matcher(text).find()).findFirst();
    if (onCart && !CART.matcher(PageReading.mainHeading(before)).find()
        || told.isPresent()
        || cartGrew(before, after)) {
      evidence = "it is in the cart";
    } else if (Replies.complain(said)) {
      filler = null;
    }
    pressed = null;
  }

  private static boolean cartGrew(PageView before, PageView after) {
    return count(after) > count(before);
  }

  /** The number that the cart's link shows, 0 when it shows none. */
  private static int count(PageView page) {
    return page.elements().stream()
        .filter(
            e -> CART.matcher(e.label() + " " + e.name()).find() && !ADD.matcher(e.label()).find())
        .map(e -> e.label() + " " + e.name())
        .map(label -> Pattern.compile("\\d{1,3}").matcher(label))
        .filter(java.util.regex.Matcher::find)
        .mapToInt(matcher -> Integer.parseInt(matcher.group()))
        .max()
        .orElse(0);
  }
}
