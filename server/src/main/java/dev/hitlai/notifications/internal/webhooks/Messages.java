package dev.hitlai.notifications.internal.webhooks;

import dev.hitlai.notifications.Notice;
import dev.hitlai.platform.PublicAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What receivers get: our JSON, or Slack's blocks. */
@Component
class Messages {
  /** Slack cuts a text of a block at 3,000 characters and refuses a longer one. */
  private static final int LONGEST_TEXT = 2900;

  private static final int LONGEST_HEADER = 150;

  private final JsonMapper json;
  private final PublicAddress address;

  Messages(JsonMapper json, PublicAddress address) {
    this.json = json;
    this.address = address;
  }

  String webhook(String event, Instant at, Map<String, ?> data) {
    var body = new LinkedHashMap<String, Object>();
    body.put("event", event);
    body.put("timestamp", at.toString());
    body.put("data", data);
    return json.writeValueAsString(body);
  }

  /** The text before the blocks is what notifications of Slack show. */
  String slack(String title, List<String> paragraphs, Notice.@Nullable Action action) {
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(
        Map.of(
            "type",
            "header",
            "text",
            Map.of("type", "plain_text", "text", cut(title, LONGEST_HEADER))));
    if (!paragraphs.isEmpty()) {
      blocks.add(
          Map.of(
              "type",
              "section",
              "text",
              Map.of(
                  "type",
                  "mrkdwn",
                  "text",
                  cut(escaped(String.join("\n\n", paragraphs)), LONGEST_TEXT))));
    }
    if (action != null) {
      blocks.add(
          Map.of(
              "type",
              "actions",
              "elements",
              List.of(
                  Map.of(
                      "type",
                      "button",
                      "text",
                      Map.of("type", "plain_text", "text", cut(action.label(), 75)),
                      "url",
                      address.of(action.path())))));
    }
    var message = new LinkedHashMap<String, Object>();
    message.put("text", cut(escaped(title), LONGEST_TEXT));
    message.put("blocks", blocks);
    return json.writeValueAsString(message);
  }

  /** The three characters that Slack reads as its own. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
