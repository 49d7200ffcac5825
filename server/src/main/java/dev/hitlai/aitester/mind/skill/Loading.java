package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/** A page that says it isn't there yet, or has nothing to use. */
final class Loading {
  private static final Pattern LOADING =
      Pattern.compile(
          "(?i).{0,40}\\b(?:loading|please wait|one moment|just a moment|fetching|looking"
              + " for|searching|getting)\\b.{0,40}|.{0,30}(?:…|\\.\\.\\.)");

  private Loading() {}

  static boolean isSaid(Sight now) {
    boolean bare = now.matching(t -> t.isPressable() || t.isField()).findAny().isEmpty();
    return bare
        || now.lines().stream()
                .anyMatch(line -> line.length() < 60 && LOADING.matcher(line).matches())
            && now.matching(t -> t.isPressable() && LOADING.matcher(t.label()).matches())
                .findAny()
                .isEmpty();
  }
}
