package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the order that is wished for from a list of orders, opening it if need be. */
final class SortWishJob implements Job {
  private final List<String> wordings;
  private boolean opened;
  private boolean done;

  /**
   * @param wordings what the wished order may be called, the surest first
   */
  SortWishJob(List<String> wordings) {
    this.wordings = wordings;
  }

  @Override
  public boolean fits(Sight now) {
    return select(now).isPresent() || item(now).isPresent() || opener(now).isPresent();
  }

  @Override
  public Turn turn(Sight now) {
    if (done) {
      return Turn.done();
    }
    var select = select(now);
    var item = item(now);
    done = select.isPresent() || item.isPresent();
    if (select.isPresent()) {
      var element = now.element(select.get());
      return Turn.act(new Action.Select(element, option(select.get())), "this order is wished for");
    }
    if (item.isPresent()) {
      return Turn.press(now, Handles.of(item.get(), now), "this order is wished for");
    }
    if (opened) {
      return Turn.stuck("no such order is offered");
    }
    opened = true;
    return opener(now)
        .map(t -> Turn.press(now, t, "the orders may be in here"))
        .orElseGet(() -> Turn.stuck("nothing sorts here"));
  }

  private Optional<Thing> select(Sight now) {
    return now.matching(t -> t.tag().equals("select") && !option(t).isEmpty()).findFirst();
  }

  private String option(Thing select) {
    var control = select.control();
    var options =
        control == null || control.field() == null ? List.<String>of() : control.field().options();
    return wordings.stream()
        .flatMap(words -> options.stream().filter(option -> says(option, words)))
        .findFirst()
        .orElse("");
  }

  private Optional<Thing> item(Sight now) {
    var items =
        now.matching(t -> (t.isPressable() || t.role().equals("option")) && !t.isField())
            .filter(t -> t.label().length() < 40 && !isOpener(t))
            .toList();
    return wordings.stream()
        .flatMap(words -> items.stream().filter(t -> says(t.label(), words)))
        .findFirst();
  }

  private static boolean says(String label, String words) {
    return Texts.plain(label).toLowerCase(Locale.ROOT).contains(words);
  }

  private static Optional<Thing> opener(Sight now) {
    return now.matching(t -> t.isPressable() && !t.tag().equals("select") && isOpener(t))
        .findFirst();
  }

  private static boolean isOpener(Thing thing) {
    return thing.label().matches("(?i)^\\W*(?:sort|order)(?:ed)?(?: by)?\\b.{0,40}$")
        || thing.label().length() < 40
            && thing.label().matches("(?i).*\\bsort(?:ed|ing)?\\b.*[▾▼⌄˅]?");
  }
}
