package dev.hitlai.alignment.rules;

import dev.hitlai.alignment.rules.FactSchema.Field;
import dev.hitlai.alignment.rules.FactSchema.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known where rules are asked. A value that nobody knows is empty, zero or no; texts are
 * kept to a length, so that the same facts are judged again later.
 */
public final class Facts {
  private static final int LONGEST = 4000;
  private static final int MOST = 100;

  private final Object[] values;

  private Facts(Object[] values) {
    this.values = values;
  }

  Object at(int slot) {
    return values[slot];
  }

  public Object get(String fact, String name) {
    return values[FactSchema.field(fact, name).slot()];
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What is known, without what is empty: fact → name → value. */
  public Map<String, Map<String, Object>> known() {
    var known = new LinkedHashMap<String, Map<String, Object>>();
    for (var field : FactSchema.fields()) {
      var value = values[field.slot()];
      if (!value.equals(field.kind().absent())) {
        known.computeIfAbsent(field.fact(), _ -> new LinkedHashMap<>()).put(field.name(), value);
      }
    }
    return known;
  }

  /** Reads what {@link #known()} wrote; facts that no longer exist are left out. */
  public static Facts of(Map<String, Map<String, Object>> known) {
    var builder = new Builder();
    for (var field : FactSchema.fields()) {
      var value = known.getOrDefault(field.fact(), Map.of()).get(field.name());
      if (value != null) {
        builder.set(field, value);
      }
    }
    return builder.build();
  }

  /** All facts as maps, also what is empty; for other evaluators. */
  Map<String, Map<String, Object>> all() {
    var all = new HashMap<String, Map<String, Object>>();
    for (var field : FactSchema.fields()) {
      all.computeIfAbsent(field.fact(), _ -> new HashMap<>())
          .put(field.name(), values[field.slot()]);
    }
    return all;
  }

  /** Gathers facts. */
  public static final class Builder {
    private final Object[] values = new Object[FactSchema.slots()];

    private Builder() {
      FactSchema.fields().forEach(field -> values[field.slot()] = field.kind().absent());
    }

    /**
     * Null leaves it unknown.
     *
     * @throws IllegalArgumentException when there is no such field or the value doesn't fit
     */
    public Builder with(String fact, String name, @Nullable Object value) {
      if (value != null) {
        set(FactSchema.field(fact, name), value);
      }
      return this;
    }

    private void set(Field field, Object value) {
      values[field.slot()] = fitted(field, value);
    }

    public Facts build() {
      return new Facts(values.clone());
    }
  }

  private static Object fitted(Field field, Object value) {
    return switch (value) {
      case String text when field.kind() == Kind.TEXT -> shortened(text);
      case Boolean flag when field.kind() == Kind.FLAG -> flag;
      case Number number when field.kind() == Kind.NUMBER -> number.longValue();
      case Number number when field.kind() == Kind.DECIMAL -> number.doubleValue();
      case Collection<?> texts when field.kind() == Kind.TEXTS ->
          texts.stream().limit(MOST).map(one -> shortened(String.valueOf(one))).toList();
      case Map<?, ?> table when field.kind() == Kind.TABLE -> table(table);
      default ->
          throw new IllegalArgumentException(
              field.path() + " is a " + field.kind().label() + " and not " + value);
    };
  }

  private static Map<String, String> table(Map<?, ?> values) {
    var table = new LinkedHashMap<String, String>();
    values.forEach(
        (name, value) -> {
          if (table.size() < MOST) {
            table.put(String.valueOf(name), shortened(String.valueOf(value)));
          }
        });
    return java.util.Collections.unmodifiableMap(table);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
