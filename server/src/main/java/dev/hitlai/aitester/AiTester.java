package dev.hitlai.aitester;

import dev.hitlai.aitester.audit.Audit;
import dev.hitlai.aitester.audit.Audits;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.run.PlanRun;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * The AI tester: {@code (url, mission, persona, platform, budget) → steps, findings, sentiment}.
 * Needs a browser and a mind, no server and no database. Safe for use by several threads; runs
 * share the pool's browsers.
 */
public final class AiTester {
  private final BrowserPool browsers;
  private final MindFactory minds;
  private final Supplier<Supplier<List<Audit>>> audits;
  private final Clock clock;
  private final Oversight oversight;

  public AiTester(BrowserPool browsers, MindFactory minds, Clock clock) {
    this(browsers, minds, clock, Oversight.NONE);
  }

  /**
   * @param oversight asked before each action
   */
  public AiTester(BrowserPool browsers, MindFactory minds, Clock clock, Oversight oversight) {
    this.browsers = browsers;
    this.minds = minds;
    this.audits = Audits::ofOneRun;
    this.clock = clock;
    this.oversight = oversight;
  }

  /**
   * @param audits makes the audits of one persona's runs, used by one thread
   */
  public AiTester(
      BrowserPool browsers, MindFactory minds, Supplier<List<Audit>> audits, Clock clock) {
    this.browsers = browsers;
    this.minds = minds;
    this.audits = () -> audits;
    this.clock = clock;
    this.oversight = Oversight.NONE;
  }

  /**
   * Tests a site and waits for the result. The listener is called on this thread.
   *
   * @throws SiteUntestable when there is nothing to test, with one sentence that says why
   */
  public TestReport run(TestPlan plan, RunListener listener, EvidenceStore evidence) {
    return new PlanRun(plan, browsers, minds, audits.get(), clock, listener, evidence, oversight)
        .run();
  }
}
