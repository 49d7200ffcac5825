package dev.hitlai.demosite.stays;

import java.util.Locale;

/** Draws a house by the sea; each house has its colour, each picture its weather. */
final class Scenery {

  private static final String FRAME =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="600" height="400" preserveAspectRatio="xMidYMid slice">
      <rect width="600" height="400" fill="hsl(%1$d 45%% %2$d%%)"/>
      <circle cx="%3$d" cy="90" r="38" fill="#fff8e2"/>
      <path d="M0 230Q150 190 300 226T600 214V400H0z" fill="hsl(200 38%% 58%%)"/>
      <path d="M0 262Q150 246 300 262T600 256V400H0z" fill="hsl(204 42%% 44%%)"/>
      <path d="M0 330Q180 %4$d 380 318T600 300V400H0z" fill="hsl(%5$d 28%% 40%%)"/>
      %6$s
      </svg>
      """;
  private static final String GABLE =
      """
      <path d="M210 330v-96l70-58 70 58v96z" fill="#fdf6e8"/><path d="M196 240l84-72 84 72-14 8-70-58-70 58z" fill="hsl(%1$d 48%% 34%%)"/>
      <rect x="264" y="276" width="32" height="54" fill="hsl(%1$d 48%% 34%%)"/><rect x="226" y="252" width="26" height="26" fill="#9cc3d6"/><rect x="308" y="252" width="26" height="26" fill="#9cc3d6"/>
      """;
  private static final String TOWER =
      """
      <path d="M254 330l12-180h36l12 180z" fill="#fdf6e8"/><path d="M260 240h48l3 44h-54z" fill="hsl(%1$d 55%% 42%%)"/><rect x="258" y="126" width="52" height="26" fill="#2b3a4a"/><path d="M254 126l30-26 30 26z" fill="hsl(%1$d 55%% 42%%)"/>
      """;

  private Scenery() {}

  static String of(House house, int picture) {
    String building = house.kind().equals("Lighthouse") ? TOWER : GABLE;
    return String.format(
        Locale.ROOT,
        FRAME,
        (house.hue() + 170 + picture * 25) % 360,
        78 + picture * 4,
        110 + picture * 150,
        280 + picture * 8,
        90 + house.hue() % 50,
        String.format(Locale.ROOT, building, house.hue()));
  }
}
