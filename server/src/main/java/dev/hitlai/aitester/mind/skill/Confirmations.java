package dev.hitlai.aitester.mind.skill;

import java.util.Optional;
import java.util.regex.Pattern;

/** Questions that a page asks back: are you sure? */
final class Confirmations {
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^\\W*(?:yes|ok|okay|sure|confirm|continue|proceed|agree|accept|do it|i am sure|i'm"
              + " sure|go on)\\b.*");
  private static final Pattern NO =
      Pattern.compile(
          "(?i)^\\W*(?:no|cancel|keep|back|not now|never ?mind|stay|don't|do not|leave"
              + " it|dismiss|abort|go back|close|stop)\\b.*");

  private Confirmations() {}

  /** The button that says yes to it in the dialog that is open. */
  static Optional<Turn> agree(Sight now, String deed) {
    return button(now, YES)
        .or(
            () ->
                Optional.ofNullable(now.dialog())
                    .flatMap(
                        dialog ->
                            Deeds.of(deed).stream()
                                .flatMap(
                                    word ->
                                        dialog
                                            .all()
                                            .filter(
                                                t ->
                                                    isButton(t) && Texts.contains(t.label(), word)))
                                .findFirst()))
        .map(t -> Turn.press(now, t, "the page asks back, and it is meant so"));
  }

  /** The button that takes it back. */
  static Optional<Turn> refuse(Sight now) {
    return button(now, NO).map(t -> Turn.press(now, t, "it shall not be done after all"));
  }

  private static Optional<Thing> button(Sight now, Pattern words) {
    var dialog = now.dialog();
    return dialog == null
        ? Optional.empty()
        : dialog.all().filter(t -> isButton(t) && words.matcher(t.label()).matches()).findFirst();
  }

  private static boolean isButton(Thing thing) {
    return thing.isPressable() && !thing.isField() && thing.label().length() < 40;
  }
}
