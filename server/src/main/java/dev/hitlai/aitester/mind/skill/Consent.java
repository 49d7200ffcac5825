package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.action.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accepts the terms that a page insists on: ticks their box, else opens them and agrees to them.
 */
final class Consent implements Job {
  private static final int MOST_MOVES = 6;
  private static final String TERMS_WORDS =
      "terms|conditions|privacy|polic(?:y|ies)|rules|agreement|agree|consent|licen[cs]e";
  private static final Pattern TERMS = Pattern.compile("(?i)\\b(?:" + TERMS_WORDS + ")\\b");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?i)\\b(?:please|must|required|need to|have to|first)\\b.*\\b(?:"
              + TERMS_WORDS
              + ")\\b|\\b(?:accept|agree)\\b.*\\b(?:first|required|to (?:continue|go"
              + " on|proceed))\\b");
  private static final Pattern AGREE =
      Pattern.compile(
          "(?i)^\\W*(?:(?:i|yes|and|have read|have) ?)*(?:accept|agree|consent)\\b.{0,30}$");

  private int moves;
  private boolean opened;
  private boolean scrolled;

  /** A page says so, and nobody said that they shall not be accepted. */
  static boolean isAsked(String line, String mission) {
    return COMPLAINT.matcher(line).find() && !refuses(mission);
  }

  private static boolean refuses(String mission) {
    return Pattern.compile(
            "(?i)\\b(?:do not|don't|without|never|refuse"
                + " to|decline)\\b[^.;]{0,30}\\b(?:accept|agree|"
                + TERMS_WORDS
                + ")\\b")
        .matcher(mission)
        .find();
  }

  @Override
  public Turn turn(Sight now) {
    return moves++ >= MOST_MOVES
        ? Turn.done()
        : box(now).or(() -> agree(now)).or(() -> open(now)).orElseGet(Turn::done);
  }

  static Optional<Turn> box(Sight now) {
    return now.matching(t -> t.role().matches("checkbox|switch") && t.isField())
        .filter(t -> !t.node().disabled() && !Boolean.TRUE.equals(t.node().checked()))
        .filter(t -> TERMS.matcher(BriefJob.label(t, now)).find())
        .findFirst()
        .map(t -> Turn.act(new Action.Check(now.element(t), true), "the page asks to accept it"));
  }

  private Optional<Turn> agree(Sight now) {
    var button =
        now.matching(t -> t.isPressable() && !t.isField() && AGREE.matcher(t.label()).matches())
            .findFirst();
    boolean locked = button.filter(t -> t.node().disabled()).isPresent();
    if (locked && !scrolled) {
      scrolled = true;
      return Optional.of(
          Turn.act(new Action.Scroll(100_000), "they have to be read to their end first"));
    }
    return button
        .filter(t -> !t.node().disabled())
        .map(t -> Turn.press(now, t, "the page asks to accept it"));
  }

  private Optional<Turn> open(Sight now) {
    if (opened) {
      return Optional.empty();
    }
    opened = true;
    return now.matching(t -> t.isPressable() && !t.isField() && TERMS.matcher(t.label()).find())
        .findFirst()
        .map(t -> Turn.press(now, t, "the page asks to accept it"));
  }
}
