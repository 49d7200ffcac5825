package dev.hitlai.models;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registered versions, for those who watch over them. */
public interface ModelVersions {

  /**
   * A version.
   *
   * @param key by which it is asked for
   * @param usable null when it can be called now, else why it can't
   * @param outOfRouting why nothing is sent to it by itself; null when it is in routing
   */
  record Version(
      UUID id,
      String key,
      String label,
      String provider,
      Tier tier,
      @Nullable String usable,
      @Nullable String outOfRouting) {}

  /** In routing's order. */
  List<Version> versions();

  /**
   * From now on nothing is sent to it unless it is named, and its breaker opens.
   *
   * @throws dev.hitlai.api.ApiProblem when there is no such version
   */
  void takeOutOfRouting(String key, String reason);

  /**
   * @throws dev.hitlai.api.ApiProblem when there is no such version
   */
  void putIntoRouting(String key);
}
