package dev.hitlai.web.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as the layout shows them.
 *
 * @param place the company that the pages are about; null when they are about none
 */
public record Viewer(
    String displayName, String email, Area area, List<Banner> banners, @Nullable String place) {
  public Viewer {
    banners = List.copyOf(banners);
  }

  /** Somebody whose account is in order. */
  public Viewer(String displayName, String email, Area area) {
    this(displayName, email, area, List.of(), null);
  }

  /** At most two letters for the round picture. */
  public String initials() {
    return Stream.of(displayName.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(
            word ->
                word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }
}
