package dev.hitlai.testing;

import dev.hitlai.aitester.Oversight;

/** Watches over the AI in each run; by whoever keeps the platform's rules. */
public interface RunOversight {

  /** What the tester of this run asks before each of its actions. */
  Oversight of(FindingReview.ReviewedRun run);
}
