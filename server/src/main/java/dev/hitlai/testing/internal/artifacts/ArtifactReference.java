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

  /** The artifact referred to; empty for another kind of reference. */
  public static Optional<UUID> id(@Nullable String reference) {
    if (reference == null || !reference.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(reference.substring(PREFIX.length())));
  }
}
