package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.models.ModelClient;
import dev.hitlai.models.internal.CompanyChoices;
import dev.hitlai.models.internal.Decisions;
import dev.hitlai.testers.BuiltInEngine;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The minds of this server's runs: the model of the AI that was picked, or the built-in engine. */
@Component
class RunMinds implements MindFactory {
  private final MindFactory builtIn = new OfflineMindFactory();
  private final ModelClient client;
  private final Decisions decisions;
  private final CompanyChoices choices;

  RunMinds(ModelClient client, Decisions decisions, CompanyChoices choices) {
    this.client = client;
    this.decisions = decisions;
    this.choices = choices;
  }

  @Override
  public Mind create(String mission, Persona persona, URI start, int maxSteps, long seed) {
    return builtIn.create(mission, persona, start, maxSteps, seed);
  }

  @Override
  public MindFactory forRun(Order order) {
    if (order.provider() == null || order.provider().equals(BuiltInEngine.PROVIDER)) {
      return builtIn;
    }
    var prefer = choices.versionFor(order.company(), order.provider()).orElse(order.version());
    return new ModelMinds(
        client,
        ModelMinds.account(order, prefer),
        (site, mission, persona) -> decisions.of(order.company(), site, mission, persona));
  }
}
