package dev.hitlai.demosite.shop;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The visitors' sessions by cookie; the least recently used ones are forgotten first. */
final class Sessions {

  private static final int MOST = 5_000;

  private final RandomGenerator random;
  private final Map<String, Session> byId =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          return size() > MOST;
        }
      };

  Sessions(RandomGenerator random) {
    this.random = random;
  }

  synchronized Optional<Session> find(@Nullable String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Opens a session and returns its new id. */
  synchronized String open() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    byId.put(id, new Session());
    return id;
  }
}
