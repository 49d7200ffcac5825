package dev.hitlai.alignment.internal;

import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values in jsonb columns. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  public static JSONB of(Object value) {
    return JSONB.valueOf(MAPPER.writeValueAsString(value));
  }

  public static <T> T read(JSONB json, Class<T> type) {
    return MAPPER.readValue(json.data(), type);
  }

  public static <T> T read(JSONB json, TypeReference<T> type) {
    return MAPPER.readValue(json.data(), type);
  }
}
