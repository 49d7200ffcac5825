package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.testing.internal.runs.TestRun;

/** What carries a plan out; the AI tester, or a stand-in. */
public interface TestRunner {

  /**
   * Carries the plan out on the calling thread.
   *
   * @throws dev.hitlai.aitester.SiteUntestable when there is nothing to test
   */
  TestReport run(TestPlan plan, RunListener listener, EvidenceStore evidence);

  /**
   * The same for a run of a company, by the AI that was picked for it, asking before each action.
   *
   * @throws dev.hitlai.aitester.SiteUntestable when there is nothing to test
   */
  default TestReport run(
      TestRun run, RunListener listener, EvidenceStore evidence, Oversight oversight) {
    return run(run.plan(), listener, evidence);
  }

  /** Ends everything that is going on, at once; runs fail in whatever way they do. */
  default void stopAll() {}
}
