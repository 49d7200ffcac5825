package dev.hitlai.recording.internal.keys;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.WriteKeys;
import dev.hitlai.identity.WriteKeys.WriteKey;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.recording.internal.ingest.Sender;
import dev.hitlai.recording.internal.keys.RunKeys.RunKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who sends, by the key they show. What the database said is believed for a few seconds: a key
 * that is revoked works for that long.
 */
@Component
public class Senders {
  private static final Duration BELIEVED = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final WriteKeys writeKeys;
  private final RunKeys runKeys;
  private final RecordingChoices choices;
  private final Clock clock;
  private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

  Senders(WriteKeys writeKeys, RunKeys runKeys, RecordingChoices choices, Clock clock) {
    this.writeKeys = writeKeys;
    this.runKeys = runKeys;
    this.choices = choices;
    this.clock = clock;
  }

  /** A sender with what may be recorded. */
  public record Allowed(Sender sender, RecordingRules rules) {
    /** Whether the session of this sender can be replayed. */
    public boolean replays(UUID session) {
      return sender.source() != Sender.Source.VISITOR || rules.replays(session);
    }
  }

  private record Known(
      @Nullable WriteKey writeKey, @Nullable RunKey runKey, RecordingRules rules, Instant until) {}

  /**
   * Who shows the key.
   *
   * @param origin of the page, as its browser says
   * @throws ApiProblem 401 for a key that isn't one, 403 for another origin or one that has expired
   */
  public Allowed allow(@Nullable String key, @Nullable String origin) {
    Instant now = clock.instant();
    var found = key == null || key.length() > 100 ? null : find(key, now);
    if (found == null) {
      throw new ApiProblem(ErrorCode.UNAUTHORIZED, "\"k\" is no key that works.");
    }
    if (found.runKey() != null) {
      // A week longer than the run: browsers keep what they couldn't send.
      if (found.runKey().expiresAt().plus(Duration.ofDays(7)).isBefore(now)) {
        throw ApiProblem.forbidden("This key has expired.");
      }
      return new Allowed(found.runKey().sender(), found.rules());
    }
    var writeKey = java.util.Objects.requireNonNull(found.writeKey());
    if (!writeKey.allows(origin)) {
      throw ApiProblem.forbidden(
          "This key is not for pages of %s.".formatted(origin == null ? "no origin" : origin));
    }
    return new Allowed(
        new Sender(writeKey.companyId(), Sender.Source.VISITOR, null, null, null), found.rules());
  }

  private @Nullable Known find(String key, Instant now) {
    var remembered = known.get(key);
    if (remembered != null && remembered.until().isAfter(now)) {
      return remembered;
    }
    known.remove(key);
    var read = Tenancy.as(Actor.system("recorder-key"), () -> read(key, now.plus(BELIEVED)));
    if (read != null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, read);
    }
    return read;
  }

  private @Nullable Known read(String key, Instant until) {
    if (key.startsWith(WriteKeys.MARK)) {
      return writeKeys
          .find(key)
          .map(found -> new Known(found, null, choices.of(found.companyId()), until))
          .orElse(null);
    }
    if (key.startsWith(RunKeys.MARK)) {
      return runKeys
          .find(key)
          .map(found -> new Known(null, found, RecordingRules.USUAL, until))
          .orElse(null);
    }
    return null;
  }
}
