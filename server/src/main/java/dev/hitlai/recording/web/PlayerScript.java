package dev.hitlai.recording.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the player of replays lies, which is built with the recorder. */
@Component
class PlayerScript {
  private final @Nullable String address;

  PlayerScript(JsonMapper json) {
    this.address = address(json);
  }

  private static @Nullable String address(JsonMapper json) {
    var manifest = new ClassPathResource("recorder/manifest.json");
    if (!manifest.exists()) {
      return null;
    }
    try (var in = manifest.getInputStream()) {
      return "/r/" + json.readTree(in).path("hash").asString() + "/player.js";
    } catch (IOException e) {
      throw new IllegalStateException("The recorder's manifest can't be read", e);
    }
  }

  /** Null when this build has no player. */
  @Nullable String address() {
    return address;
  }
}
