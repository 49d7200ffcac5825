package dev.hitlai.alignment.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts that conditions ask for, with their types. */
public final class FactSchema {
  /** A kind of value. */
  public enum Kind {
    TEXT("text"),
    NUMBER("whole number"),
    DECIMAL("decimal number"),
    FLAG("yes or no"),
    TEXTS("list of texts"),
    TABLE("texts by name");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    CelType type() {
      return switch (this) {
        case TEXT -> SimpleType.STRING;
        case NUMBER -> SimpleType.INT;
        case DECIMAL -> SimpleType.DOUBLE;
        case FLAG -> SimpleType.BOOL;
        case TEXTS -> ListType.create(SimpleType.STRING);
        case TABLE -> MapType.create(SimpleType.STRING, SimpleType.STRING);
      };
    }

    Object absent() {
      return switch (this) {
        case TEXT -> "";
        case NUMBER -> 0L;
        case DECIMAL -> 0.0;
        case FLAG -> false;
        case TEXTS -> List.of();
        case TABLE -> Map.of();
      };
    }
  }

  /**
   * One value of a fact.
   *
   * @param slot where it stands among all
   */
  public record Field(String fact, String name, Kind kind, String meaning, int slot) {
    public String path() {
      return fact + "." + name;
    }
  }

  private static final Map<String, Map<String, Field>> FACTS = new LinkedHashMap<>();
  private static int slots;

  static {
    text("finding", "rule", "which of our rules found it, such as axe/color-contrast");
    text("finding", "title", "one line");
    text("finding", "description", "cause and effect");
    text("finding", "recommendation", "how to repair it");
    text("finding", "severity", "low, medium, high or critical");
    text("finding", "category", "accessibility, forms, security …");
    text("finding", "url", "the page");
    text("finding", "selector", "the element, empty for a whole page");
    text("finding", "html", "the element's opening markup");
    add("finding", "confidence", Kind.DECIMAL, "0.0 to 1.0");
    text("finding", "source", "behaviour, audit or comparison");
    text("finding", "effort", "small, medium or large");
    text(
        "finding", "gates", "what the quality gates say: approved, flagged, human_review_required");
    add("finding", "occurrences", Kind.NUMBER, "places where it shows");
    add("finding", "wcag", Kind.TEXTS, "success criteria such as 1.4.3");
    add("finding", "personas", Kind.TEXTS, "who meets it");
    add("finding", "measured", Kind.TABLE, "what was measured, as text");
    text("action", "kind", "click, type, select, check, press, scroll, hover, back, open …");
    text("action", "target", "what the element is called");
    text("action", "role", "its role: button, link, textbox …");
    text("action", "tag", "its tag");
    text("action", "selector", "where it is");
    text("action", "href", "where a link leads");
    text("action", "host", "the host that the action leads to, empty when it stays");
    text("action", "text", "what is typed; a password reads ••••••");
    text("action", "option", "what is chosen");
    text("action", "key", "which key is pressed");
    text("action", "fieldType", "text, email, password, checkbox …");
    text("action", "fieldLabel", "the field's label");
    text("action", "autocomplete", "what the field says it is for, such as cc-number");
    text("inference", "task", "what the model was asked for");
    text("inference", "provider", "whose model it is");
    text("inference", "model", "its version");
    text("inference", "tier", "which tier it belongs to");
    text("inference", "prompt", "what it was told");
    text("inference", "output", "what it answered");
    add("inference", "inputTokens", Kind.NUMBER, "tokens in");
    add("inference", "outputTokens", Kind.NUMBER, "tokens out");
    add("inference", "cost", Kind.DECIMAL, "US dollars");
    add("inference", "latencyMs", Kind.NUMBER, "milliseconds");
    text("run", "id", "the run");
    text("run", "url", "where it starts");
    text("run", "host", "the host of that");
    text("run", "mission", "what the tester tries to do");
    text("run", "testType", "ai_only or hybrid");
    text("run", "platform", "web or mobile");
    text("run", "engine", "offline or the model that drives");
    add("run", "allowedHosts", Kind.TEXTS, "hosts that may be visited");
    text("persona", "name", "such as senior_casual");
    add("persona", "age", Kind.NUMBER, "years");
    text("persona", "techLiteracy", "how used to computers");
    text("page", "url", "where the tester is");
    text("page", "host", "the host of that");
    text("page", "title", "the page's title");
    text("page", "language", "declared language");
    text("page", "text", "its visible text, the first 4,000 signs");
    text("company", "id", "whose test it is");
    text("company", "name", "the company's name");
    text("company", "plan", "free, starter, pro or enterprise");
    text("tester", "id", "the tester on the roster");
    text("tester", "name", "the tester's name");
  }

  private FactSchema() {}

  private static void text(String fact, String name, String meaning) {
    add(fact, name, Kind.TEXT, meaning);
  }

  private static void add(String fact, String name, Kind kind, String meaning) {
    FACTS
        .computeIfAbsent(fact, _ -> new LinkedHashMap<>())
        .put(name, new Field(fact, name, kind, meaning, slots++));
  }

  /** Every fact's fields, in the order in which people should read them. */
  public static List<Field> fields() {
    return FACTS.values().stream().flatMap(fields -> fields.values().stream()).toList();
  }

  static int slots() {
    return slots;
  }

  static boolean isFact(String name) {
    return FACTS.containsKey(name);
  }

  static Iterable<String> facts() {
    return FACTS.keySet();
  }

  /**
   * @throws IllegalArgumentException when there is no such fact or field
   */
  public static Field field(String fact, String name) {
    var field = FACTS.getOrDefault(fact, Map.of()).get(name);
    if (field == null) {
      throw new IllegalArgumentException("There is no fact " + fact + "." + name);
    }
    return field;
  }

  static StructType type(String fact) {
    var fields = FACTS.getOrDefault(fact, Map.of());
    var types =
        fields.entrySet().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    Map.Entry::getKey, entry -> entry.getValue().kind().type()));
    return StructType.create(
        "hitlai." + fact, types.keySet(), name -> Optional.ofNullable(types.get(name)));
  }

  /** For the type checker. */
  static CelTypeProvider types() {
    var types =
        FACTS.keySet().stream()
            .map(fact -> (CelType) type(fact))
            .collect(ImmutableList.toImmutableList());
    return new CelTypeProvider() {
      @Override
      public ImmutableCollection<CelType> types() {
        return types;
      }

      @Override
      public Optional<CelType> findType(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
      }
    };
  }
}
