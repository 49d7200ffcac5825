package dev.hitlai.monitoring.internal.calls;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes out of a request what nobody should read in a log. It lets through what is known to be
 * harmless (numbers, ids, times, words of the API) rather than leaving out what is known to be
 * secret: of any other text only its length stays. Names of fields stay.
 */
final class Redaction {
  static final String HIDDEN = "•••";
  private static final int MOST_MEMBERS = 60;
  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 60;

  /** Fields whose value says nothing to others, whatever it looks like. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?i).*(pass|secret|token|key|auth|cookie|code|otp|pin|credential|signature|mail|phone"
              + "|name|address|birth|age|gender|location|city|zip|postal|iban|account|card|cvc"
              + "|destination|salary|ip$|csrf).*");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "[a-z][a-z_-]{0,31}"
              + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|\\d{4}-\\d{2}-\\d{2}(T[\\d:.]+Z?)?"
              + "|-?\\d{1,9}(\\.\\d{1,6})?");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9.-]{1,40}");
  private static final Pattern MAIL = Pattern.compile("[^\\s\"'<>@]+@[^\\s\"'<>@]+");
  private static final Pattern LONG = Pattern.compile("[A-Za-z0-9_\\-+/=]{24,}");

  private Redaction() {}

  /** A body of JSON with its shape kept. */
  static String body(String json) {
    try {
      return JsonMapper.shared()
          .writeValueAsString(value("", JsonMapper.shared().readTree(json), 0));
    } catch (JacksonException e) {
      return "[not JSON, %d characters]".formatted(json.length());
    }
  }

  private static JsonNode value(String name, JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return StringNode.valueOf("…");
    }
    return switch (node) {
      case ObjectNode object -> members(object, depth);
      case ArrayNode array -> elements(name, array, depth);
      default -> plain(name, node);
    };
  }

  private static JsonNode members(ObjectNode object, int depth) {
    var redacted = JsonMapper.shared().createObjectNode();
    object.properties().stream()
        .limit(MOST_MEMBERS)
        .forEach(
            member ->
                redacted.set(
                    name(member.getKey()), value(member.getKey(), member.getValue(), depth + 1)));
    return redacted;
  }

  private static JsonNode elements(String name, ArrayNode array, int depth) {
    var redacted = JsonMapper.shared().createArrayNode();
    array
        .valueStream()
        .limit(MOST_MEMBERS)
        .forEach(one -> redacted.add(value(name, one, depth + 1)));
    return redacted;
  }

  private static JsonNode plain(String name, JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return node;
    }
    if (PRIVATE.matcher(name).matches()) {
      return StringNode.valueOf(HIDDEN);
    }
    return node.isString() ? StringNode.valueOf(word(node.stringValue())) : node;
  }

  private static String word(String text) {
    return HARMLESS.matcher(text).matches() ? text : "[%d characters]".formatted(text.length());
  }

  /** A member's name can be chosen by whoever asks, too. */
  private static String name(String name) {
    return name.length() <= LONGEST_NAME && !MAIL.matcher(name).find() && !LONG.matcher(name).find()
        ? name
        : "[%d characters]".formatted(name.length());
  }

  /** Parameters as a JSON object; null without any. */
  static @Nullable String query(Map<String, String[]> parameters) {
    if (parameters.isEmpty()) {
      return null;
    }
    var kept = new TreeMap<String, String>();
    parameters.entrySet().stream()
        .limit(MOST_MEMBERS)
        .forEach(
            one -> {
              String value = one.getValue().length == 0 ? "" : one.getValue()[0];
              boolean hidden = PRIVATE.matcher(one.getKey()).matches();
              kept.put(name(one.getKey()), value.isEmpty() ? "" : hidden ? HIDDEN : word(value));
            });
    return JsonMapper.shared().writeValueAsString(kept);
  }

  /** A path in which only what can be no token is left: words, numbers and ids. */
  static String path(String path) {
    var kept = new StringBuilder();
    for (String segment : path.split("/")) {
      if (segment.isEmpty()) {
        continue;
      }
      boolean id = ID.matcher(segment).matches();
      boolean plain = SEGMENT.matcher(segment).matches() && !LONG.matcher(segment).matches();
      kept.append('/').append(id || plain ? segment : HIDDEN);
    }
    return kept.isEmpty() ? "/" : kept.toString();
  }

  /** A sentence of ours that may quote what was sent. */
  static String sentence(String text) {
    String cut = text.length() <= 500 ? text : text.substring(0, 500) + "…";
    return LONG.matcher(MAIL.matcher(cut).replaceAll(HIDDEN)).replaceAll(HIDDEN).replace("\0", "");
  }
}
