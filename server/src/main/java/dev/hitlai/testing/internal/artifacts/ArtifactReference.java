package dev.hitlai.testing.internal.artifacts;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How evidence refers to an artifact: by the address that serves it. */
public final class ArtifactReference {
  private static final String PREFIX = "/api/artifacts/";

  private ArtifactReference() {}

  public static String of(UUID id) {
    return PREFIX + id;
  }

  /**
   * The artifact that somebody else refers to, by its path or by its whole address on this server.
   *
   * @param server such as {@code https://hitlai.example}
   */
  public static Optional<UUID> given(String reference, String server) {
    String path =
        reference.startsWith(server + PREFIX) ? reference.substring(server.length()) : reference;
    try {
      return id(path);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The artifact referred to; empty for another kind of reference. */
  public static Optional<UUID> id(@Nullable String reference) {
    if (reference == null || !reference.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(reference.substring(PREFIX.length())));
  }
}
