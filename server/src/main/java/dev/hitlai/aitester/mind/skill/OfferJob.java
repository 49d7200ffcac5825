package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the offer that is cheapest, shortest or first, whichever is asked for. */
final class OfferJob implements Job {
  private static final Pattern PRICE =
      Pattern.compile("[€$£]\\s?(\\d[\\d.,]*)|(\\d[\\d.,]*)\\s?(?:[€$£]|EUR|USD)");
  private static final Pattern DURATION =
      Pattern.compile("(\\d+)\\s?h(?:ours?|rs?)?\\.?(?:\\s*(\\d+)\\s?m)?|(\\d+)\\s?min");
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)\\b(?:(?:short|fast|quick|long|slow)est"
              + " (?!name|word|title)|(?:cheap|dear|low|high)est (?!name|rat)|most expensive|least"
              + " expensive)");

  /** More is asked of it, which has to be looked at besides. */
  private static final Pattern LIMITED =
      Pattern.compile(
          "(?i)\\b(?:in|on|at|from|for|near|under|over|above|below|that|which|who|and|but|without|has|have|whose|where|with(?!"
              + " the\\b))\\b");

  private static final int MOST_WAITS = 8;

  private final String wish;
  private boolean taken;
  private int waits;

  OfferJob(String wish) {
    this.wish = wish;
  }

  /** The words tell one offer from others by what it costs or how long it takes. */
  static boolean isChoice(String words) {
    return MEASURED.matcher(words).find() && !LIMITED.matcher(words).find();
  }

  @Override
  public boolean fits(Sight now) {
    return offers(now).size() > 1;
  }

  @Override
  public Turn turn(Sight now) {
    if (taken) {
      return Turn.done();
    }
    var offers = offers(now);
    if (offers.isEmpty()) {
      return waits++ < MOST_WAITS
          ? Turn.act(new Action.Await(Duration.ofMillis(200)), "offers may come")
          : Turn.stuck("there are no offers");
    }
    var best = offers.stream().min(Comparator.comparingDouble(this::cost)).orElseThrow();
    taken = true;
    return Turn.press(now, button(best), "it is the best of " + offers.size());
  }

  /** The largest parts of the page that hold one price and one thing to press. */
  private static List<Thing> offers(Sight now) {
    var priced =
        now.matching(t -> prices(t.text()) == 1 && t.all().anyMatch(OfferJob::isButton)).toList();
    return priced.stream()
        .filter(t -> priced.stream().noneMatch(other -> other != t && t.isIn(other)))
        .toList();
  }

  private static long prices(String text) {
    return PRICE.matcher(text).results().count();
  }

  private static boolean isButton(Thing thing) {
    return thing.role().equals("button")
        || thing.role().equals("link")
        || thing.role().equals("radio")
        || thing.node().pointer() && thing.isLeaf();
  }

  private static Thing button(Thing offer) {
    return offer.all().filter(OfferJob::isButton).reduce((first, last) -> last).orElse(offer);
  }

  private double cost(Thing offer) {
    if (wish.matches("(?i).*\\b(?:shortest|fastest|quickest)\\b.*")) {
      return minutes(offer.text()).orElse(Double.MAX_VALUE);
    }
    if (wish.matches("(?i).*\\b(?:longest|slowest)\\b.*")) {
      return -minutes(offer.text()).orElse(0.0);
    }
    double price = price(offer.text());
    return wish.matches("(?i).*\\b(?:most expensive|dearest|highest)\\b.*")
        ? -price
        : wish.matches("(?i).*\\b(?:cheapest|lowest|least expensive)\\b.*") ? price : offer.order();
  }

  private static double price(String text) {
    var match = PRICE.matcher(text);
    return match.find()
        ? Texts.amount(match.group(1) != null ? match.group(1) : match.group(2))
        : Double.MAX_VALUE;
  }

  private static Optional<Double> minutes(String text) {
    var match = DURATION.matcher(text);
    if (!match.find()) {
      return Optional.empty();
    }
    if (match.group(3) != null) {
      return Optional.of(Double.parseDouble(match.group(3)));
    }
    double minutes = match.group(2) == null ? 0 : Double.parseDouble(match.group(2));
    return Optional.of(60 * Double.parseDouble(match.group(1)) + minutes);
  }
}
