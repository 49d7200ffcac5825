package dev.hitlai.aitester.mind;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.offline.OfflineMind;
import java.net.URI;

/** Makes minds that need no model service and no network; one seed, the same decisions. */
public final class OfflineMindFactory implements MindFactory {

  @Override
  public Mind create(String mission, Persona persona, URI start, int maxSteps, long seed) {
    return new OfflineMind(mission, persona, maxSteps, seed);
  }
}
