package dev.hitlai.health;

import dev.hitlai.health.internal.rollup.Rollups;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For whoever changes the past, such as by entering maintenance afterwards. */
@Component
public class Recounts {
  private final Rollups rollups;

  Recounts(Rollups rollups) {
    this.rollups = rollups;
  }

  /**
   * Has uptime since then counted again within a minute or two; inside the change's transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void from(Set<UUID> monitorIds, Instant since) {
    rollups.recount(monitorIds, since);
  }
}
