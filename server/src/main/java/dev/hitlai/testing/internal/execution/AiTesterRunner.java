package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.AiTester;
import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.browser.GuardedProxy;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.testing.internal.requests.AddressPolicy;
import dev.hitlai.testing.internal.requests.SiteAddress;
import dev.hitlai.testing.internal.runs.TestRun;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The AI tester with its browsers, which start with the first run: a server that never tests needs
 * none.
 */
@Component
class AiTesterRunner implements TestRunner, DisposableBean {
  private final Clock clock;
  private final AddressPolicy addresses;
  private final ObjectProvider<MindFactory> minds;
  private final PickedAi picked;
  private @Nullable GuardedProxy proxy;
  private @Nullable BrowserPool browsers;

  AiTesterRunner(
      Clock clock, AddressPolicy addresses, ObjectProvider<MindFactory> minds, PickedAi picked) {
    this.clock = clock;
    this.addresses = addresses;
    this.minds = minds;
    this.picked = picked;
  }

  @Override
  public TestReport run(TestPlan plan, RunListener listener, EvidenceStore evidence) {
    return new AiTester(browsers(), new OfflineMindFactory(), clock, Oversight.NONE)
        .run(plan, listener, evidence);
  }

  @Override
  public TestReport run(
      TestRun run, RunListener listener, EvidenceStore evidence, Oversight oversight) {
    var factory = minds.getIfAvailable(OfflineMindFactory::new).forRun(picked.of(run));
    return new AiTester(browsers(), factory, clock, oversight).run(run.plan(), listener, evidence);
  }

  private synchronized BrowserPool browsers() {
    if (browsers == null) {
      proxy = addresses.forbidsPrivateHosts() ? new GuardedProxy(SiteAddress::isPrivate) : null;
      browsers = BrowserPool.onThisMachine(proxy);
    }
    return browsers;
  }

  /** Without its browsers no click that is on its way arrives. The next run starts others. */
  @Override
  public void stopAll() {
    destroy();
  }

  @Override
  public synchronized void destroy() {
    if (browsers != null) {
      browsers.close();
      browsers = null;
    }
    if (proxy != null) {
      proxy.close();
      proxy = null;
    }
  }
}
