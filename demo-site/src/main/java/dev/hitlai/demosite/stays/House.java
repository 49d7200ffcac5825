package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.site.Euros;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        (String) row.get("slug"),
        (String) row.get("name"),
        (String) row.get("place"),
        (String) row.get("kind"),
        new Euros((Integer) row.get("cents")),
        (Integer) row.get("rating"),
        (Integer) row.get("reviews"),
        (Integer) row.get("sleeps"),
        ((List<?>) row.get("comforts")).stream().map(Object::toString).toList(),
        (String) row.get("blurb"),
        (String) row.get("about"),
        (String) row.get("street"),
        (Integer) row.get("hue"));
  }

  String mark() {
    return String.format(Locale.ROOT, "%d.%d", rating / 10, rating % 10);
  }

  String comfortsInWords() {
    return String.join(", ", comforts);
  }
}
