package dev.hitlai.models.internal.call;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON schema in the form that all providers take, and the check that doesn't trust them. */
final class SchemaForm {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_PROBLEMS = 5;

  private final JsonNode schema;

  private SchemaForm(JsonNode schema) {
    this.schema = schema;
  }

  static SchemaForm of(String schema) {
    return new SchemaForm(JSON.readTree(schema));
  }

  JsonSchema forProviders() {
    return JsonSchema.builder().name("answer").rootElement(element(schema)).build();
  }

  private static JsonSchemaElement element(JsonNode node) {
    String about = node.path("description").asString("");
    if (node.has("enum")) {
      return JsonEnumSchema.builder()
          .description(about)
          .enumValues(words(node.get("enum")))
          .build();
    }
    return switch (node.path("type").asString("")) {
      case "object" -> {
        var object = JsonObjectSchema.builder().description(about).additionalProperties(false);
        node.path("properties")
            .forEachEntry((name, child) -> object.addProperty(name, element(child)));
        yield object.required(words(node.path("required"))).build();
      }
      case "array" ->
          JsonArraySchema.builder().description(about).items(element(node.path("items"))).build();
      case "integer" -> JsonIntegerSchema.builder().description(about).build();
      case "number" -> JsonNumberSchema.builder().description(about).build();
      case "boolean" -> JsonBooleanSchema.builder().description(about).build();
      default -> JsonStringSchema.builder().description(about).build();
    };
  }

  private static List<String> words(JsonNode list) {
    var words = new ArrayList<String>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }

  /**
   * What is wrong with an answer, a sentence each; empty when it fits. Models like to put a fence
   * of three back-ticks around JSON: {@link #bare} takes it off first.
   */
  List<String> problems(String answer) {
    var problems = new ArrayList<String>();
    try {
      check(JSON.readTree(bare(answer)), schema, "the answer", problems);
    } catch (JacksonException e) {
      problems.add("It isn't whole JSON: " + e.getOriginalMessage());
    }
    return problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
  }

  static String bare(String answer) {
    String text = answer.strip();
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    return from > 0 && to > from ? text.substring(from, to + 1) : text;
  }

  private static void check(JsonNode value, JsonNode form, String where, List<String> problems) {
    if (form.has("enum")) {
      if (!words(form.get("enum")).contains(value.asString(""))) {
        problems.add("%s isn't one of %s.".formatted(where, words(form.get("enum"))));
      }
      return;
    }
    switch (form.path("type").asString("")) {
      case "object" -> checkObject(value, form, where, problems);
      case "array" -> checkArray(value, form, where, problems);
      case "integer" ->
          checkNumber(value.isIntegralNumber(), "a whole number", value, form, where, problems);
      case "number" -> checkNumber(value.isNumber(), "a number", value, form, where, problems);
      case "boolean" -> require(value.isBoolean(), where, "true or false", problems);
      case "string" -> {
        require(value.isString(), where, "a text", problems);
        int most = form.path("maxLength").asInt(Integer.MAX_VALUE);
        require(value.asString("").length() <= most, where, most + " letters at most", problems);
      }
      default -> {}
    }
  }

  private static void checkObject(
      JsonNode value, JsonNode form, String where, List<String> problems) {
    if (!value.isObject()) {
      problems.add(where + " isn't an object.");
      return;
    }
    words(form.path("required")).stream()
        .filter(name -> !value.has(name))
        .forEach(name -> problems.add("%s lacks \"%s\".".formatted(where, name)));
    value.forEachEntry(
        (name, child) -> {
          var rule = form.path("properties").path(name);
          if (rule.isMissingNode()) {
            problems.add("%s has \"%s\", which is not asked for.".formatted(where, name));
          } else {
            check(child, rule, "\"" + name + "\"", problems);
          }
        });
  }

  private static void checkArray(
      JsonNode value, JsonNode form, String where, List<String> problems) {
    if (!value.isArray()) {
      problems.add(where + " isn't a list.");
      return;
    }
    int most = form.path("maxItems").asInt(Integer.MAX_VALUE);
    require(value.size() <= most, where, most + " entries at most", problems);
    require(
        value.size() >= form.path("minItems").asInt(0),
        where,
        form.path("minItems").asInt(0) + " entries at least",
        problems);
    value.forEach(child -> check(child, form.path("items"), "an entry of " + where, problems));
  }

  private static void checkNumber(
      boolean right,
      String what,
      JsonNode value,
      JsonNode form,
      String where,
      List<String> problems) {
    require(right, where, what, problems);
    if (right) {
      double number = value.asDouble();
      require(
          number >= form.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
              && number <= form.path("maximum").asDouble(Double.POSITIVE_INFINITY),
          where,
          "within its limits",
          problems);
    }
  }

  private static void require(boolean holds, String where, String what, List<String> problems) {
    if (!holds) {
      problems.add("%s isn't %s.".formatted(where, what));
    }
  }
}
