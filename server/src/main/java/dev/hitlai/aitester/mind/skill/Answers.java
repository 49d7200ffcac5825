package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page asks back on the way: whether one is sure, or whether one would not rather … */
final class Answers {
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^\\W*(?:yes|ok|okay|sure|confirm|continue|proceed|agree|do it|i am sure|i'm sure|go"
              + " (?:on|ahead)|really)\\b.*");
  private static final Pattern NO =
      Pattern.compile(
          "(?i)^\\W*(?:no|cancel|keep|not now|never ?mind|stay|don't|do"
              + " not|leave|dismiss|abort|go back|close|stop|skip|decline|maybe"
              + " later|later|without|continue without|refuse)\\b.*|^[×✕✖]$");
  private static final Pattern OFFER =
      Pattern.compile(
          "(?i).*\\b(?:offer|for free|free of charge|discount|% off|\\d+"
              + " ?%|upgrade|newsletter|premium|deal|bonus|recommend|you (?:may|might) (?:also"
              + " )?like|insurance|protection|gift|instead|special|extra|stay with us|win)\\b.*",
          Pattern.DOTALL);
  private static final int MOST_BUTTONS = 4;

  private Answers() {}

  /**
   * The button to press in a question that stands open; empty when none does.
   *
   * @param before what was shown before the last press, to tell what came up with it
   * @param filled whether what it asks to be filled in is
   */
  static Optional<Turn> turn(Errand errand, Sight now, Set<Integer> before, boolean filled) {
    var panel = panel(now, before, filled);
    if (panel == null) {
      return Optional.empty();
    }
    var buttons = buttons(panel);
    var no = buttons.stream().filter(t -> NO.matcher(t.label()).matches()).findFirst();
    var yes = affirmative(errand, buttons);
    boolean offered = isOffer(panel, errand, yes);
    if (offered && no.isPresent()) {
      return no.map(t -> Turn.press(now, t, "nobody asked for this offer"));
    }
    return yes.map(t -> Turn.press(now, t, "the page asks back, and it is meant so"));
  }

  /** Something else than what was asked for is held out. */
  private static boolean isOffer(Thing panel, Errand errand, Optional<Thing> yes) {
    var words = Entry.wordsOf(panel);
    var wanted = errand.concepts();
    boolean about =
        yes.filter(t -> errand.strongDeeds().stream().anyMatch(deed -> speaksOf(t.label(), deed)))
            .isPresent();
    return OFFER.matcher(words).matches()
        && !about
        && (!yes.filter(t -> wanted.containsAll(Words.concepts(t.label()))).isPresent()
            || errand.denied().stream().anyMatch(Words.concepts(words)::contains));
  }

  private static Optional<Thing> affirmative(Errand errand, List<Thing> buttons) {
    var open = buttons.stream().filter(t -> !NO.matcher(t.label()).matches()).toList();
    return buttons.stream()
        .filter(t -> errand.strongDeeds().stream().anyMatch(deed -> speaksOf(t.label(), deed)))
        .findFirst()
        .or(() -> open.stream().filter(t -> YES.matcher(t.label()).matches()).findFirst())
        .or(() -> open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty());
  }

  /** A button that takes it all back. */
  static boolean isRefusal(Thing button) {
    return NO.matcher(button.label()).matches();
  }

  private static boolean speaksOf(String label, String deed) {
    return Deeds.of(deed).stream().anyMatch(word -> Texts.contains(label, word));
  }

  private static @Nullable Thing panel(Sight now, Set<Integer> before, boolean filled) {
    var dialog = now.dialog();
    if (dialog != null && isQuestion(dialog, filled)) {
      return dialog;
    }
    boolean asks = now.fields().stream().anyMatch(f -> !before.contains(f.node().ref()));
    return before.isEmpty() || asks && !filled
        ? null
        : single(
            now.matching(
                    t ->
                        isQuestion(t, filled)
                            && buttons(t).stream().noneMatch(b -> before.contains(b.node().ref())))
                .toList());
  }

  /** Several side by side are entries of a list rather than one question. */
  private static @Nullable Thing single(List<Thing> questions) {
    var innermost =
        questions.stream()
            .filter(t -> questions.stream().noneMatch(o -> o != t && o.isIn(t)))
            .toList();
    return innermost.size() == 1 ? innermost.getFirst() : null;
  }

  /** A few buttons, one of which takes it back, and nothing to fill in. */
  private static boolean isQuestion(Thing thing, boolean filled) {
    var buttons = buttons(thing);
    return buttons.size() > 1
        && buttons.size() <= MOST_BUTTONS
        && filled == thing.all().anyMatch(Thing::isField)
        && buttons.stream().anyMatch(t -> NO.matcher(t.label()).matches());
  }

  private static List<Thing> buttons(Thing panel) {
    return Nesting.innermost(
        panel
            .all()
            .filter(t -> t != panel && t.isPressable() && !t.isField())
            .filter(t -> !t.label().isBlank() && t.label().length() < 40)
            .toList());
  }
}
