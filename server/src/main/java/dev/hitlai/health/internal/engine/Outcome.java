package dev.hitlai.health.internal.engine;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.internal.probe.Probed;
import dev.hitlai.health.internal.state.Sample;
import dev.hitlai.health.internal.state.Shown;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that was made, and what follows from it; on its way to the database.
 *
 * @param measuredAt when it began, epoch milliseconds
 * @param lateMs after it was due
 * @param silencedBy the parent because of which nobody is told
 */
record Outcome(
    Monitor monitor,
    Sample sample,
    long measuredAt,
    long lateMs,
    Probed probed,
    List<Shown.Change> changes,
    Shown after,
    @Nullable UUID silencedBy) {}
