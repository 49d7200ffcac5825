package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The AI tester with its browsers, which start with the first run: a server that never tests needs
 * none.
 */
@Component
class AiTesterRunner implements TestRunner, DisposableBean {
  private final Clock clock;
  private @Nullable BrowserPool browsers;
  private @Nullable AiTester tester;

  AiTesterRunner(Clock clock) {
    this.clock = clock;
  }

  @Override
  public TestReport run(TestPlan plan, RunListener listener, EvidenceStore evidence) {
    return tester().run(plan, listener, evidence);
  }

  private synchronized AiTester tester() {
    if (tester == null) {
      browsers = BrowserPool.onThisMachine();
      tester = new AiTester(browsers, new OfflineMindFactory(), clock);
    }
    return tester;
  }

  @Override
  public synchronized void destroy() {
    if (browsers != null) {
      browsers.close();
    }
  }
}
