package dev.hitlai.testing;

import dev.hitlai.aitester.PageRecorder;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Records AI runs; implemented by whoever keeps recordings, and asked when a run begins. */
public interface RunRecorder {
  /**
   * A recorder for the pages of a run; empty when none can be had. Never fails a run.
   *
   * @param site the address under test; other hosts aren't recorded
   */
  Optional<PageRecorder> recorderOf(UUID companyId, UUID testRunId, URI site);
}
