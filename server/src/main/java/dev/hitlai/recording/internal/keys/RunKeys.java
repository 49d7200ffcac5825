package dev.hitlai.recording.internal.keys;

import static dev.hitlai.recording.internal.jooq.Tables.RUN_KEYS;

import dev.hitlai.platform.Secrets;
import dev.hitlai.recording.internal.ingest.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys that record one run each: {@code rk_<random>}, of which only a hash is kept. */
@Component
public class RunKeys {
  public static final String MARK = "rk_";
  private static final int BYTES = 16;

  private final DSLContext sql;
  private final Clock clock;

  RunKeys(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Makes a key for a run.
   *
   * @param testerId the person who takes it; null for an AI tester
   * @param host of the site under test; its pages and those of its subdomains may be recorded
   */
  @Transactional
  public String make(
      UUID companyId, UUID testRunId, @Nullable UUID testerId, String host, Duration lasts) {
    String key = MARK + Secrets.hex(BYTES);
    sql.insertInto(RUN_KEYS)
        .set(RUN_KEYS.COMPANY_ID, companyId)
        .set(RUN_KEYS.TEST_RUN_ID, testRunId)
        .set(RUN_KEYS.TESTER_ID, testerId)
        .set(RUN_KEYS.KEY_SHA256, Secrets.sha256(key))
        .set(RUN_KEYS.HOST, host.toLowerCase(Locale.ROOT))
        .set(RUN_KEYS.EXPIRES_AT, clock.instant().plus(lasts))
        .execute();
    return key;
  }

  /**
   * A key and whom it stands for.
   *
   * @param expiresAt from then on it is refused
   */
  public record RunKey(Sender sender, Instant expiresAt) {}

  /** Finds a key, also one that has expired. */
  @Transactional(readOnly = true)
  public Optional<RunKey> find(String shown) {
    return sql.selectFrom(RUN_KEYS)
        .where(RUN_KEYS.KEY_SHA256.eq(Secrets.sha256(shown)))
        .fetchOptional(
            row ->
                new RunKey(
                    new Sender(
                        row.getCompanyId(),
                        row.getTesterId() == null ? Sender.Source.AI : Sender.Source.TESTER,
                        row.getTestRunId(),
                        row.getTesterId(),
                        row.getHost()),
                    row.getExpiresAt()));
  }

  /**
   * Deletes keys that expired more than a week ago: until then browsers may send what they kept.
   */
  @Transactional
  public int sweep() {
    return sql.deleteFrom(RUN_KEYS)
        .where(RUN_KEYS.EXPIRES_AT.lt(clock.instant().minus(Duration.ofDays(8))))
        .execute();
  }
}
