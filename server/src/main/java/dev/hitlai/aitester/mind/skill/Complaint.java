package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.mind.scent.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page says no, and why: what it misses is given, in the way it asks for, and sent once more.
 * Stateful, for one mission.
 */
final class Complaint {
  private static final int MOST = 3;
  private static final int LONGEST = 160;
  private static final Pattern NO =
      Pattern.compile(
          "(?i)\\b(?:please|must|required|requires|needs?|have to|has to|first|missing|invalid|not"
              + " valid|incorrect|wrong|fill(?:ed)? in|choose|select|pick|enter|give|at least|at"
              + " most|can(?:'|’)?t|cannot|could not|not"
              + " accepted|again|empty|forgot(?:ten)?|taken|not available|error|should be|too"
              + " (?:short|long|many|few|small|large)|unknown|not"
              + " (?:found|known|chosen|complete))\\b");
  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\b(?:lists?|listed|suggest\\w*|proposals?|propos\\w*|offer\\w*|options?|matches)\\b");

  private int count;
  private @Nullable Job repair;
  private String button = "";
  private boolean sends;

  /** What is done about it; empty when the page does not complain. */
  Optional<Turn.Act> turn(String mission, Trail trail, Sight now) {
    if (repair != null) {
      if (repair.turn(now) instanceof Turn.Act act) {
        return Optional.of(act);
      }
      repair = null;
      return sends ? again(now) : Optional.empty();
    }
    var said = complaint(trail, now);
    if (said.isEmpty() || count++ >= MOST) {
      return Optional.empty();
    }
    button = trail.last() instanceof Action.Click click ? click.target().label() : "";
    repair = repair(said.get(), mission, trail, now);
    return turn(mission, trail, now);
  }

  private Optional<Turn.Act> again(Sight now) {
    return now.matching(t -> t.isPressable() && !t.node().disabled())
        .filter(t -> Texts.same(t.label(), button))
        .findFirst()
        .map(t -> new Turn.Act(new Action.Click(now.element(t)), "what was missing is given now"));
  }

  private static Optional<String> complaint(Trail trail, Sight now) {
    boolean pressed = trail.last() instanceof Action.Click || trail.last() instanceof Action.Press;
    var fresh = trail.news(now);
    return pressed
        ? now.matching(t -> !t.isField() && !t.isPressable() && !t.role().equals("heading"))
            .map(Thing::own)
            .filter(line -> line.length() < LONGEST && fresh.contains(line))
            .filter(line -> NO.matcher(line).find())
            .findFirst()
        : Optional.empty();
  }

  private Job repair(String said, String mission, Trail trail, Sight now) {
    sends = true;
    var errand = Errand.of(mission);
    if (Consent.isAsked(said, mission)) {
      return new Consent();
    }
    var offered = offered(said, errand, trail, now);
    if (offered.isPresent()) {
      return offered.get();
    }
    sends = false;
    return new ErrandJob(errand);
  }

  /** The field that it speaks of takes only what it offers itself. */
  private static Optional<Job> offered(String said, Errand errand, Trail trail, Sight now) {
    if (!LISTED.matcher(said).find()) {
      return Optional.empty();
    }
    var spoken = Words.concepts(said);
    var wish = errand.wish(now);
    return Slots.of(now).stream()
        .filter(slot -> slot.kind() == Slot.Kind.TEXT)
        .max(
            Comparator.comparingLong(
                slot -> Words.concepts(slot.name()).stream().filter(spoken::contains).count()))
        .flatMap(
            slot ->
                value(slot, wish, trail)
                    .map(text -> new SuggestionJob(slot.ref(), text, errand.concepts())));
  }

  private static Optional<String> value(Slot slot, Wish wish, Trail trail) {
    var typed = slot.thing().value();
    List<Mention.Kind> kinds = List.of(Mention.Kind.QUOTED, Mention.Kind.NAME, Mention.Kind.CODE);
    return typed.isBlank()
        ? wish.mentions().stream()
            .filter(one -> kinds.contains(one.kind()) && !trail.speaksOf(one.text()))
            .map(Mention::text)
            .findFirst()
        : Optional.of(typed);
  }
}
