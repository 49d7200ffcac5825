package dev.hitlai.health;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A monitor began to do otherwise. Published inside the transaction that stores the change and the
 * checks that led to it; listen with {@code @ApplicationModuleListener}, so that it reaches you
 * after the commit, on another thread, and again if you fail. Never do slow work inside that
 * transaction.
 *
 * @param changeId key of the stored change; the same fact always has the same
 * @param companyId whose monitor it is; null means the platform's own
 * @param from equal to {@code to} when only {@code silenced} changed
 * @param effectiveAt when it began; of an outage the first failed check
 * @param decidedAt the check that confirmed it
 * @param reason why, in a sentence; empty when all is well
 * @param silenced whether a parent is the cause, so that nobody needs to be told
 */
public record MonitorStateChanged(
    UUID changeId,
    UUID monitorId,
    @Nullable UUID companyId,
    MonitorState from,
    MonitorState to,
    Instant effectiveAt,
    Instant decidedAt,
    String reason,
    boolean silenced,
    @Nullable UUID silencedBy) {}
