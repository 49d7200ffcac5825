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
  COMPARED_WITH(
      38, "years", "Nielsen Norman Group 2002: the adults were 21 to 55; the middle of that"),
  SENIOR_SLOWEST(1.73, "×", "Nielsen Norman Group 2002 and 2013: users over 65, upper figure"),
  SENIOR_FASTEST(1.43, "×", "Nielsen Norman Group 2002 and 2013: users over 65, lower figure"),
  TYPICAL_OF_LITTLE_PRACTICE(
      1.73,
      "×",
      "Nielsen Norman Group 2002: as far as little practice slows looking, with age or without"),
  MISSED(
      0.55,
      "share",
      "calibrated 2026-11-23 by bench personas, seniors 19 to 25 points lower: options missed for"
          + " each thing that hides them"),
  TAKEN_IN(15, "options", "own choice 2026: pages of so few options are taken in as a whole"),
  CROWDED(35, "options", "own choice 2026: from here more options hide an option no better"),
  MISSED_AT_MOST(0.9, "share", "own choice 2026: nothing is missed for certain"),
  DOUBT(
      8,
      "×",
      "calibrated 2026-11-23 by bench personas, seniors 19 to 25 points lower: noise of scent"
          + " beyond others'"),
  OTHERS_MISS(
      0.13,
      "×",
      "Nielsen Norman Group 2002: 0.6 wrong actions a task by people under 65 against 4.6 by"
          + " seniors"),
  HESITANT(
      0.45,
      "share",
      "Nielsen Norman Group 2013: seniors who were hesitant to explore, or to try another way"
          + " after a first one had failed"),
  RESIGNING(
      0.9,
      "share",
      "calibrated 2026-11-23 by bench personas, seniors 19 to 25 points lower: the hesitant"
          + " stopping after a set-back"),
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
