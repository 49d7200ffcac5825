package dev.hitlai.testers;

import java.util.Optional;

/** Which models can test on this server now; nothing is picked that can't. */
public interface ModelAvailability {

  /**
   * What stands in the way of a model.
   *
   * @param provider as in the price list, such as {@code claude}
   * @return a sentence for people; empty when it can test
   */
  Optional<String> obstacle(String provider, String version);
}
