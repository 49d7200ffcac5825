package dev.hitlai.web.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page's path and query, to make links that change one part and keep the rest. */
public record Address(String path, Map<String, String> query) {
  public Address {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  public @Nullable String value(String name) {
    return query.get(name);
  }

  public Address with(String name, Object value) {
    var changed = new LinkedHashMap<>(query);
    changed.put(name, value.toString());
    return new Address(path, changed);
  }

  public Address without(String name) {
    var changed = new LinkedHashMap<>(query);
    changed.remove(name);
    return new Address(path, changed);
  }

  @Override
  public String toString() {
    if (query.isEmpty()) {
      return path;
    }
    return query.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
