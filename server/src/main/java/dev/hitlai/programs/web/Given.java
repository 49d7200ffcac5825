package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.programs.internal.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects what a program sent; some things come as text, number or list. */
final class Given {
  private final Map<String, String> byName = new LinkedHashMap<>();

  Given text(String name, @Nullable String value) {
    if (value != null) {
      byName.put(name, value);
    }
    return this;
  }

  Given any(String name, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return this;
    }
    if (value.isString() || value.isNumber()) {
      return text(name, plain(name, value));
    }
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
      return text(
          name,
          value
              .valueStream()
              .map(word -> plain(name, word).replace(',', ' '))
              .collect(Collectors.joining(", ")));
    }
    throw ApiProblem.invalid(name, "must be text, a number or a list of texts");
  }

  private static String plain(String name, JsonNode value) {
    String text = value.asString();
    if (text.indexOf('\0') >= 0) {
      throw ApiProblem.invalid(name, "must not contain the character U+0000");
    }
    return text;
  }

  Answers answers() {
    return new Answers(byName);
  }
}
