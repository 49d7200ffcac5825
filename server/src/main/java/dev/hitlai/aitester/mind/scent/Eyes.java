package dev.hitlai.aitester.mind.scent;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.choice.Noise;
import dev.hitlai.aitester.mind.human.Attention;
import dev.hitlai.aitester.page.Element;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What this persona makes of an element: whether it is noticed, what it seems to say, and how
 * easily it is overlooked. A screen reader says names and roles and knows nothing of looks.
 */
public final class Eyes {
  /** How much of the scent gets through when a single trouble is in the way; own estimates. */
  private static final double FAINT = 0.6;

  private static final double WORDLESS = 0.3;
  private static final double BELOW_THE_FOLD_AT_NO_PATIENCE = 0.6;
  private static final double FULL_PATIENCE = 6;
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|\\d");

  private final Persona persona;
  private final Noise noise;
  private final Attention attention;

  /**
   * @param noise decides what is not noticed
   */
  public Eyes(Persona persona, Noise noise) {
    this.persona = persona;
    this.noise = noise;
    attention = new Attention(persona);
  }

  /**
   * Whether this person becomes aware of an option: what is passed over on one page is so on the
   * next, until the person looks again.
   *
   * @param crowd how many things to act on the page has
   * @param looks how many times the person has looked, at least once
   */
  public boolean notices(Element element, int crowd, int looks) {
    var chance = attention.missing(element, crowd);
    var option = element.label() + "|" + element.context().landmark();
    return chance == 0
        || IntStream.range(0, looks)
            .anyMatch(look -> noise.even("notice|" + look + "|" + option) >= chance);
  }

  /** How many times as unsure as others of what an option's words mean. */
  public double doubt() {
    return attention.doubt();
  }

  /** Why something may be overlooked. */
  public enum Trouble {
    NONE,
    FAINT,
    ICON_WITHOUT_WORDS,
    ONLY_ON_HOVER,
    NAMELESS,
    OUT_OF_KEYBOARD_REACH,
    COVERED,
    NOT_SHOWN
  }

  /** Whether the persona can find and use it at all. */
  public boolean canUse(Element element) {
    return switch (trouble(element)) {
      case NONE, FAINT, ICON_WITHOUT_WORDS -> !element.state().disabled();
      case ONLY_ON_HOVER, NAMELESS, OUT_OF_KEYBOARD_REACH, COVERED, NOT_SHOWN -> false;
    };
  }

  public Trouble trouble(Element element) {
    if (!element.look().visible()) {
      return element.look().hoverOnly() ? Trouble.ONLY_ON_HOVER : Trouble.NOT_SHOWN;
    }
    if (persona.keyboardOnly() && element.tabOrder() < 0 && !reachedByArrows(element)) {
      return Trouble.OUT_OF_KEYBOARD_REACH;
    }
    return persona.usesScreenReader() ? heard(element) : seen(element);
  }

  private static Trouble heard(Element element) {
    return element.name().isBlank() ? Trouble.NAMELESS : Trouble.NONE;
  }

  private Trouble seen(Element element) {
    var look = element.look();
    if (look.hoverOnly() && persona.touch()) {
      return Trouble.ONLY_ON_HOVER;
    }
    if (look.occluded() && look.inViewport() && !persona.keyboardOnly()) {
      return Trouble.COVERED;
    }
    if (look.iconOnly() && !persona.understandsIcons()) {
      return Trouble.ICON_WITHOUT_WORDS;
    }
    return isFaint(element) ? Trouble.FAINT : Trouble.NONE;
  }

  private boolean isFaint(Element element) {
    var contrast = element.look().contrast();
    return contrast > 0 && contrast < persona.contrastNeeded() * 0.6;
  }

  /** Radio buttons, tabs and options of a group are reached with the arrow keys. */
  private static boolean reachedByArrows(Element element) {
    return switch (element.role()) {
      case "radio", "tab", "option", "menuitem", "menuitemradio", "treeitem", "gridcell" -> true;
      default -> false;
    };
  }

  /** What it seems to say: words seen, or heard from a screen reader. */
  public String words(Element element) {
    if (persona.usesScreenReader()) {
      return element.name();
    }
    var label = element.label();
    return WORD.matcher(label).find() ? label : element.name();
  }

  /** Share (0 to 1) of its scent that reaches this persona. */
  public double ease(Element element) {
    var share =
        switch (trouble(element)) {
          case NONE -> 1.0;
          case FAINT -> FAINT;
          case ICON_WITHOUT_WORDS -> WORDLESS;
          case ONLY_ON_HOVER, NAMELESS, OUT_OF_KEYBOARD_REACH, COVERED, NOT_SHOWN -> 0.0;
        };
    return share * foldFactor(element);
  }

  private double foldFactor(Element element) {
    if (persona.usesScreenReader() || element.look().inViewport()) {
      return 1;
    }
    var patience = Math.min(1, persona.patience() / FULL_PATIENCE);
    return BELOW_THE_FOLD_AT_NO_PATIENCE + (1 - BELOW_THE_FOLD_AT_NO_PATIENCE) * patience;
  }
}
