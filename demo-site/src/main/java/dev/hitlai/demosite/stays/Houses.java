package dev.hitlai.demosite.stays;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All guest houses, in the order of {@code houses.yaml}. */
record Houses(List<House> all) {

  static final List<String> PLACES = List.of("Hollow Bay", "North Skerry", "Tarn Ness");
  static final List<String> KINDS = List.of("Guest house", "Cottage", "Lighthouse");

  static Houses load() {
    try (InputStream yaml = Houses.class.getResourceAsStream("houses.yaml")) {
      List<Map<String, Object>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(yaml));
      return new Houses(rows.stream().map(House::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<House> bySlug(String slug) {
    return all.stream().filter(house -> house.slug().equals(slug)).findFirst();
  }

  List<House> favourites() {
    return all.stream().sorted(Comparator.comparingInt(House::rating).reversed()).limit(3).toList();
  }
}
