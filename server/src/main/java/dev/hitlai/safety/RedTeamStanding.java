package dev.hitlai.safety;

import java.util.Optional;

/** Whether attacks on the AIs are warded off; whoever runs campaigns offers a bean of it. */
public interface RedTeamStanding {
  /**
   * The latest campaign.
   *
   * @param reference where it can be seen
   */
  record Campaign(boolean passed, String summary, String reference) {}

  /** Empty while none was run. */
  Optional<Campaign> latest();
}
