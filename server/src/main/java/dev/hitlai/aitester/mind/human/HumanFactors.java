package dev.hitlai.aitester.mind.human;

/** Every constant of the time model, with where it comes from. */
public enum HumanFactors {
  KEYSTROKE_GOOD(0.12, "s", "Card, Moran & Newell 1980: good typist, 90 words/min"),
  KEYSTROKE_AVERAGE(0.28, "s", "Card, Moran & Newell 1980: average non-secretary typist"),
  KEYSTROKE_SLOW(0.50, "s", "Card, Moran & Newell 1980: typing random letters"),
  KEYSTROKE_WORST(1.20, "s", "Card, Moran & Newell 1980: worst typist, unfamiliar with keyboard"),
  POINT(1.10, "s", "Card, Moran & Newell 1980: pointing with a mouse, mean"),
  HOME(0.40, "s", "Card, Moran & Newell 1980: hands between keyboard and mouse"),
  MENTAL(1.35, "s", "Card, Moran & Newell 1980: mental preparation"),
  PRESS(0.20, "s", "Card, Moran & Newell 1980: pressing and releasing a mouse button"),
  FITTS_PER_BIT(
      0.100, "s/bit", "MacKenzie 1992, ID = log2(D/W + 1): about 100 ms/bit with a mouse"),
  FITTS_PER_BIT_OLD(0.175, "s/bit", "Jastrzembski & Charness 2007: adults over 65"),
  HICK_PER_BIT(0.150, "s/bit", "Hick 1952, Hyman 1953: about 150 ms/bit"),
  JUDGE_LINK(0.275, "s", "Fu & Pirolli 2007: looking at and judging one link"),
  WORDS_PER_MINUTE(250, "words/min", "Brysbaert 2019: silent reading of English, about 240 to 260"),
  LOW_VISION_READING(3.2, "×", "Bruggeman & Legge 2002: reading time with low vision"),
  SLOWER_PER_YEAR(0.008, "1/year", "Nielsen 2008: 0.8 % slower each year from 25 to 60"),
  SENIOR_SLOWEST(1.73, "×", "Nielsen Norman Group 2002 and 2013: users over 65, upper figure"),
  SENIOR_FASTEST(1.43, "×", "Nielsen Norman Group 2002 and 2013: users over 65, lower figure"),
  MODEL_ERROR(0.20, "share", "Card, Moran & Newell 1980: about 20 % root mean square error");

  private final double value;
  private final String unit;
  private final String source;

  HumanFactors(double value, String unit, String source) {
    this.value = value;
    this.unit = unit;
    this.source = source;
  }

  public double value() {
    return value;
  }

  public String unit() {
    return unit;
  }

  public String source() {
    return source;
  }
}
