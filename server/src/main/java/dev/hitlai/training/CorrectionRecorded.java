package dev.hitlai.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A correction was kept; published in the same transaction. */
public record CorrectionRecorded(@Nullable UUID issueId, @Nullable UUID by) {}
