package dev.hitlai.models.internal.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leaves: fenced, redacted, and short enough.
 *
 * @param schema null for plain words
 */
record Prompt(
    String system,
    List<String> texts,
    List<Picture> pictures,
    int maxOutputTokens,
    @Nullable String schema,
    @Nullable Integer seed,
    @Nullable Double temperature) {
  /** Tokens that no provider's way of counting a picture passes. */
  private static final int PICTURE = 4_000;

  /** Roles, separators, what a provider adds to a schema. */
  private static final int FRAME = 300;

  record Picture(String mediaType, byte[] content) {}

  Prompt {
    texts = List.copyOf(texts);
    pictures = List.copyOf(pictures);
  }

  int tokensAtMost() {
    return FRAME + Tokens.atMost(all()) + PICTURE * pictures.size();
  }

  int tokensAbout() {
    return Tokens.about(all()) + PICTURE / 5 * pictures.size();
  }

  /** As the log keeps it. */
  String all() {
    return system + "\n\n" + String.join("\n\n", texts) + (schema == null ? "" : "\n\n" + schema);
  }

  Prompt plus(String text) {
    var more = new java.util.ArrayList<>(texts);
    more.add(text);
    return new Prompt(system, more, pictures, maxOutputTokens, schema, seed, temperature);
  }

  Prompt without(boolean withoutPictures, int mostOutput) {
    return new Prompt(
        system,
        texts,
        withoutPictures ? List.of() : pictures,
        Math.min(maxOutputTokens, mostOutput),
        schema,
        seed,
        temperature);
  }
}
