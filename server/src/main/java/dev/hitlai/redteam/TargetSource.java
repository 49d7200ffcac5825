package dev.hitlai.redteam;

import java.util.List;
import java.util.Optional;

/** Knows targets by name; each module that has some offers a bean. */
public interface TargetSource {

  /**
   * @param name as it is stored with a campaign, e.g. {@code model:acme-7b@3}
   * @param title for people
   */
  record Named(String name, String title) {}

  /** What can be attacked now. */
  List<Named> targets();

  /** The target of that name, if it is one of these. */
  Optional<Target> open(String name);
}
