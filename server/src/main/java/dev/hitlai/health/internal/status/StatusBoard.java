package dev.hitlai.health.internal.status;

import dev.hitlai.platform.PublicAddress;
import dev.hitlai.web.SharedPages;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the latest edition hangs; reading it takes no lock and no database. */
@Component
public class StatusBoard {
  private final StatusReader reader;
  private final SharedPages pages;
  private final PublicAddress address;
  private final JsonMapper json;
  private final Clock clock;
  private final AtomicLong readings = new AtomicLong();
  private long hung;
  private volatile @Nullable StatusEdition current;

  StatusBoard(
      StatusReader reader, SharedPages pages, PublicAddress address, JsonMapper json, Clock clock) {
    this.reader = reader;
    this.pages = pages;
    this.address = address;
    this.json = json;
    this.clock = clock;
  }

  /** Null until facts were read for the first time. */
  public @Nullable StatusEdition current() {
    return current;
  }

  /**
   * The latest edition, made now if there is none; fails when that takes facts that can't be read.
   */
  public StatusEdition required() {
    StatusEdition edition = current;
    return edition == null ? renew() : edition;
  }

  /** Reads facts and hangs out an edition of them, unless a later reading was faster. */
  public StatusEdition renew() {
    // Nothing is locked while the database is asked, or the age would stand still meanwhile.
    long reading = readings.incrementAndGet();
    var facts = reader.read();
    synchronized (this) {
      StatusEdition edition = current;
      if (edition != null && reading < hung) {
        return edition;
      }
      hung = reading;
      return hang(facts, null);
    }
  }

  /** Nothing newer can be read: the last edition again, with its age said on it. */
  synchronized void keepWithAge() {
    StatusEdition edition = current;
    if (edition != null) {
      var facts = edition.facts();
      hang(facts, Duration.between(facts.readAt(), clock.instant()));
    }
  }

  private StatusEdition hang(StatusFacts facts, @Nullable Duration age) {
    var edition = new StatusEdition(facts, age, pages, address, json);
    current = edition;
    return edition;
  }
}
