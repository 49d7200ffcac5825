package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Euros;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A guest house.
 *
 * @param rating guests' marks out of ten, times ten
 * @param hue colour of its drawn pictures, in degrees
 */
record House(
    String slug,
    String name,
    String place,
    String kind,
    Euros night,
    int rating,
    int reviews,
    int sleeps,
    List<String> comforts,
    String blurb,
    String about,
    String street,
    int hue) {

  House {
    comforts = List.copyOf(comforts);
  }

  static House of(Map<String, Object> row) {
    return new House(
        text(row, "slug"),
        text(row, "name"),
        text(row, "place"),
        text(row, "kind"),
        new Euros(number(row, "cents")),
        number(row, "rating"),
        number(row, "reviews"),
        number(row, "sleeps"),
        ((List<?>) value(row, "comforts")).stream().map(Object::toString).toList(),
        text(row, "blurb"),
        text(row, "about"),
        text(row, "street"),
        number(row, "hue"));
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) value(row, column);
  }

  private static int number(Map<String, Object> row, String column) {
    return (Integer) value(row, column);
  }

  private static Object value(Map<String, Object> row, String column) {
    return Objects.requireNonNull(row.get(column), () -> "A house has no " + column);
  }

  String mark() {
    return String.format(Locale.ROOT, "%d.%d", rating / 10, rating % 10);
  }

  String comfortsInWords() {
    return String.join(", ", comforts);
  }
}
