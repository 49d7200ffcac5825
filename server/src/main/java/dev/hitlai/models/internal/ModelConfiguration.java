package dev.hitlai.models.internal;

import dev.hitlai.models.internal.call.Breakers;
import dev.hitlai.models.internal.call.Directory;
import dev.hitlai.models.internal.call.Ledger;
import dev.hitlai.models.internal.call.ModelCalls;
import dev.hitlai.models.internal.call.Sleeper;
import dev.hitlai.models.internal.call.Unstoppable;
import dev.hitlai.platform.AiPermit;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the client together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {
  @Bean
  ModelCalls modelClient(
      Directory directory,
      Ledger ledger,
      Breakers breakers,
      ObjectProvider<AiPermit> permits,
      ObjectProvider<Sleeper> sleepers) {
    var permit = permits.getIfAvailable(Unstoppable::new);
    var calls =
        new ModelCalls(
            directory,
            ledger,
            breakers,
            permit,
            sleepers.getIfAvailable(() -> Sleeper.REAL),
            () -> ThreadLocalRandom.current().nextLong());
    permit.onStop(calls::stopAll);
    return calls;
  }
}
