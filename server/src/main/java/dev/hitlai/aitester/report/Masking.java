package dev.hitlai.aitester.report;

import dev.hitlai.aitester.Secrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes passwords out of every text of a document: a site may repeat them anywhere. */
final class Masking {
  private Masking() {}

  static RunDocument of(RunDocument document, Secrets secrets, JsonMapper mapper) {
    JsonNode tree = mapper.valueToTree(document);
    return mapper.treeToValue(masked(tree, secrets), RunDocument.class);
  }

  private static JsonNode masked(JsonNode node, Secrets secrets) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(secrets.mask(text.stringValue()));
      case ObjectNode object -> {
        object.properties().forEach(entry -> entry.setValue(masked(entry.getValue(), secrets)));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, masked(array.get(i), secrets));
        }
        yield array;
      }
      default -> node;
    };
  }
}
