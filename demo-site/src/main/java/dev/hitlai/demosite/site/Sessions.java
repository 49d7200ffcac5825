package dev.hitlai.demosite.site;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The visitors' sessions by cookie; the least recently used ones are forgotten first. */
public final class Sessions<S> {

  private static final int MOST = 5_000;

  private final RandomGenerator random;
  private final Supplier<S> fresh;
  private final Map<String, S> byId =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
          return size() > MOST;
        }
      };

  public Sessions(RandomGenerator random, Supplier<S> fresh) {
    this.fresh = fresh;
    this.random = random;
  }

  public synchronized Optional<S> find(@Nullable String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Opens a session and returns its new id. */
  public synchronized String open() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    byId.put(id, fresh.get());
    return id;
  }
}
