package dev.hitlai.testing.internal.execution;

import dev.hitlai.platform.AiPermit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Ends what the AI testers of this server are doing when all AI is stopped. */
@Component
class StopOnCommand implements SmartInitializingSingleton {
  private final ObjectProvider<AiPermit> permit;
  private final TestRunner runner;

  StopOnCommand(ObjectProvider<AiPermit> permit, TestRunner runner) {
    this.permit = permit;
    this.runner = runner;
  }

  @Override
  public void afterSingletonsInstantiated() {
    permit.ifAvailable(one -> one.onStop(runner::stopAll));
  }
}
