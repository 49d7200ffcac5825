package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of the pages by the person they belong to. */
@Component
class BrowserSessions {
  static final String SINCE = "since";
  static final String ADDRESS = "address";
  static final String AGENT = "agent";

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  BrowserSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * @param key of the cookie's value, which itself is a secret
   * @param since when the login was
   */
  record Found(
      String key,
      UUID id,
      Instant since,
      Instant lastSeen,
      @Nullable String address,
      @Nullable String agent) {}

  List<Found> of(UUID person) {
    var found = new ArrayList<Found>();
    sessions
        .findByPrincipalName(person.toString())
        .forEach(
            (key, session) -> {
              if (!session.isExpired() && session.getAttribute(SINCE) instanceof Long since) {
                found.add(
                    new Found(
                        key,
                        nameOf(key),
                        Instant.ofEpochMilli(since),
                        session.getLastAccessedTime(),
                        session.getAttribute(ADDRESS),
                        session.getAttribute(AGENT)));
              }
            });
    return found;
  }

  /** A name that can be shown, because the session can't be found from it. */
  static UUID nameOf(String key) {
    return UUID.nameUUIDFromBytes(("session " + key).getBytes(UTF_8));
  }

  /** Whether there was one. */
  boolean end(UUID person, UUID id) {
    var one = of(person).stream().filter(session -> session.id().equals(id)).findFirst();
    one.ifPresent(session -> sessions.deleteById(session.key()));
    return one.isPresent();
  }

  /** All but the one with that key. */
  void endOthers(UUID person, String kept) {
    sessions.findByPrincipalName(person.toString()).keySet().stream()
        .filter(key -> !key.equals(kept))
        .forEach(sessions::deleteById);
  }
}
