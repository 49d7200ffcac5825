package dev.hitlai.demosite.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with holes. {@code {{name}}} is an escaped value, {@code {{{name}}}} a raw one, {@code
 * {{#name}}…{{:}}…{{/}}} repeats for a list and decides for anything else, {@code
 * {{?defect-id}}…{{:}}…{{/}}} is a planted defect and what the clean twin has instead.
 */
public final class Template {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{(?:\\{(\\w+)}|([#?])([\\w-]+)|(:)|(/)|(\\w+))}}");

  private sealed interface Part {
    record Text(String text) implements Part {}

    record Value(String name, boolean raw) implements Part {}

    record Section(boolean defect, String name, List<Part> then, List<Part> otherwise)
        implements Part {}
  }

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = parts;
  }

  public static Template parse(String source) {
    Deque<List<Part>> open = new ArrayDeque<>();
    Deque<Part.Section> sections = new ArrayDeque<>();
    open.push(new ArrayList<>());
    Matcher tag = TAG.matcher(source);
    int end = 0;
    while (tag.find()) {
      open.element().add(new Part.Text(source.substring(end, tag.start())));
      end = tag.end();
      if (tag.group(1) != null) {
        open.element().add(new Part.Value(tag.group(1), true));
      } else if (tag.group(3) != null) {
        var section =
            new Part.Section(
                tag.group(2).equals("?"), tag.group(3), new ArrayList<>(), new ArrayList<>());
        open.element().add(section);
        sections.push(section);
        open.push(section.then());
      } else if (tag.group(4) != null) {
        open.pop();
        open.push(sections.element().otherwise());
      } else if (tag.group(5) != null) {
        open.pop();
        sections.pop();
      } else {
        open.element().add(new Part.Value(tag.group(6), false));
      }
    }
    open.element().add(new Part.Text(source.substring(end)));
    if (!sections.isEmpty()) {
      throw new IllegalArgumentException("Section never closed: " + sections.element().name());
    }
    return new Template(open.element());
  }

  /** Fills the holes; {@code defects} answers whether a planted defect is switched on. */
  public String render(Map<String, ?> values, Predicate<String> defects) {
    StringBuilder out = new StringBuilder();
    render(parts, values, defects, out);
    return out.toString();
  }

  private static void render(
      List<Part> parts, Map<String, ?> values, Predicate<String> defects, StringBuilder out) {
    for (Part part : parts) {
      switch (part) {
        case Part.Text(String text) -> out.append(text);
        case Part.Value(String name, boolean raw) -> {
          String value = value(values, name);
          out.append(raw ? value : escape(value));
        }
        case Part.Section section -> section(section, values, defects, out);
      }
    }
  }

  private static void section(
      Part.Section section, Map<String, ?> values, Predicate<String> defects, StringBuilder out) {
    if (section.defect()) {
      render(
          defects.test(section.name()) ? section.then() : section.otherwise(),
          values,
          defects,
          out);
      return;
    }
    Object value = values.get(section.name());
    if (value instanceof List<?> list && !list.isEmpty()) {
      list.forEach(item -> render(section.then(), nested(values, item), defects, out));
    } else {
      render(holds(value) ? section.then() : section.otherwise(), values, defects, out);
    }
  }

  private static boolean holds(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      default -> true;
    };
  }

  private static Map<String, Object> nested(Map<String, ?> outer, Object item) {
    Map<String, Object> merged = new HashMap<>(outer);
    if (item instanceof Map<?, ?> map) {
      map.forEach((key, value) -> merged.put(key.toString(), value));
    } else {
      merged.put("it", item);
    }
    return merged;
  }

  private static String value(Map<String, ?> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Template asks for " + name + ", which nobody gave");
    }
    return value.toString();
  }

  /** Makes a text safe between tags and in quoted attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
