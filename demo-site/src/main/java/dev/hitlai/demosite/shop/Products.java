package dev.hitlai.demosite.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The range of goods, in the order of {@code products.yaml}. */
record Products(List<Product> all) {

  static Products load() {
    try (InputStream yaml = Products.class.getResourceAsStream("products.yaml")) {
      List<Map<String, Object>> rows =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(yaml));
      return new Products(rows.stream().map(Product::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Product> bySlug(String slug) {
    return all.stream().filter(product -> product.slug().equals(slug)).findFirst();
  }

  List<Product> in(Category category) {
    return all.stream().filter(category::holds).toList();
  }

  List<Product> favourites() {
    return all.stream()
        .filter(Product::inStock)
        .sorted(Comparator.comparingInt(Product::added).reversed())
        .limit(4)
        .toList();
  }

  /** Products that mention every word; a plural finds the singular unless {@code literally}. */
  List<Product> matching(String query, boolean literally) {
    List<String> words = Arrays.asList(query.toLowerCase(Locale.ROOT).split("\\W+"));
    return all.stream()
        .filter(
            product ->
                words.stream()
                    .allMatch(word -> product.mentions(literally ? word : singular(word))))
        .toList();
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
