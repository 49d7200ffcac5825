package dev.hitlai.testing.internal.execution;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.RunListener;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.aitester.TestReport;
import dev.hitlai.testing.internal.runs.TestRun;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Plays the AI tester by a script for the hosts that tests wrote one for; every other site is
 * tested by the real one.
 */
@Component
@Primary
public class ScriptedRunner implements TestRunner {
  private final TestRunner real;
  private final Map<String, TestRunner> scripts = new ConcurrentHashMap<>();

  ScriptedRunner(AiTesterRunner real) {
    this.real = real;
  }

  /** From now on tests of the host go by the script. */
  public void script(String host, TestRunner script) {
    scripts.put(host, script);
  }

  @Override
  public TestReport run(TestPlan plan, RunListener listener, EvidenceStore evidence) {
    return scripts.getOrDefault(plan.url().getHost(), real).run(plan, listener, evidence);
  }

  @Override
  public TestReport run(
      TestRun run, RunListener listener, EvidenceStore evidence, Oversight oversight) {
    return scripts.getOrDefault(run.url().getHost(), real).run(run, listener, evidence, oversight);
  }

  @Override
  public void stopAll() {
    real.stopAll();
  }
}
