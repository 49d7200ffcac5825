package dev.hitlai.api.internal;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Text without the character NUL, which PostgreSQL can't hold. */
class StorableText extends StringDeserializer {
  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = super.deserialize(parser, context);
    if (text != null && text.indexOf('\0') >= 0) {
      return (String)
          context.handleWeirdStringValue(String.class, "", "must not contain the character U+0000");
    }
    return text;
  }
}
