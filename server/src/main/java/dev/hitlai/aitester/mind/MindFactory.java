package dev.hitlai.aitester.mind;

import dev.hitlai.aitester.Persona;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a mind for one mission as one persona. */
public interface MindFactory {

  /**
   * @param mission plain sentences; blank means "look around"
   * @param start where the mission starts
   * @param maxSteps how many actions the budget allows, so that looking around ends in time
   */
  Mind create(String mission, Persona persona, URI start, int maxSteps, long seed);

  /** The factory of one run, where minds cost something or are chosen by who asked for the test. */
  default MindFactory forRun(Order order) {
    return this;
  }

  /**
   * A run and who is to carry it out.
   *
   * @param provider of the AI tester that was picked, as in the price list; null when none was
   * @param version of its model; null likewise
   */
  record Order(UUID run, UUID company, @Nullable String provider, @Nullable String version) {}
}
