package dev.hitlai.aitester.mind;

import dev.hitlai.aitester.Persona;
import java.net.URI;

/** Makes a mind for one mission as one persona. */
public interface MindFactory {

  /**
   * @param mission plain sentences; blank means "look around"
   * @param start where the mission starts
   * @param maxSteps how many actions the budget allows, so that looking around ends in time
   */
  Mind create(String mission, Persona persona, URI start, int maxSteps, long seed);
}
