package dev.hitlai.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

class ContrastTest {
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");
  private static final List<String> TEXTS =
      List.of("text", "muted", "accent", "success", "warning", "danger", "critical", "info");
  private static final List<String> SOFT =
      List.of("accent", "success", "warning", "danger", "critical", "info");

  enum Scheme {
    LIGHT,
    DARK
  }

  @ParameterizedTest
  @EnumSource
  void textReachesFourAndAHalfToOneOnBothGrounds(Scheme scheme) throws IOException {
    Map<String, Integer> tokens = tokens(scheme);
    for (String text : TEXTS) {
      assertReadable(tokens, text, "ground", 4.5);
      assertReadable(tokens, text, "surface", 4.5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordsOnTintsAndOnFilledButtonsReachFourAndAHalfToOne(Scheme scheme) throws IOException {
    Map<String, Integer> tokens = tokens(scheme);
    for (String tone : SOFT) {
      assertReadable(tokens, tone, tone + "-soft", 4.5);
      assertReadable(tokens, "text", tone + "-soft", 4.5);
    }
    assertReadable(tokens, "on-accent", "accent", 4.5);
    assertReadable(tokens, "on-accent", "accent-strong", 4.5);
    assertReadable(tokens, "accent-strong", "ground", 4.5);
    assertReadable(tokens, "on-danger", "danger", 4.5);
    assertReadable(tokens, "on-danger", "critical", 4.5);
    assertReadable(tokens, "text", "line", 4.5);
  }

  @ParameterizedTest
  @EnumSource
  void bordersOfFieldsAndTheFocusRingReachThreeToOne(Scheme scheme) throws IOException {
    Map<String, Integer> tokens = tokens(scheme);
    for (String ground : List.of("ground", "surface")) {
      assertReadable(tokens, "line-strong", ground, 3);
      assertReadable(tokens, "accent", ground, 3);
    }
  }

  private static void assertReadable(
      Map<String, Integer> tokens, String over, String under, double least) {
    assertThat(contrast(tokens.get(over), tokens.get(under)))
        .as("%s on %s", over, under)
        .isGreaterThanOrEqualTo(least);
  }

  private static Map<String, Integer> tokens(Scheme scheme) throws IOException {
    String css = new ClassPathResource("static/assets/app.css").getContentAsString(UTF_8);
    var tokens = new HashMap<String, Integer>();
    var found = TOKEN.matcher(css);
    while (found.find()) {
      tokens.put(found.group(1), Integer.parseInt(found.group(2 + scheme.ordinal()), 16));
    }
    return tokens;
  }

  /** Contrast ratio of WCAG 2.2, 1 to 21. */
  private static double contrast(int first, int second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
