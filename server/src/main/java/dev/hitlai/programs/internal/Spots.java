package dev.hitlai.programs.internal;

import dev.hitlai.programs.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many may take part. A spot is held from the invitation on. */
@Component
public class Spots {
  private final DSLContext sql;

  Spots(DSLContext sql) {
    this.sql = sql;
  }

  /** How many are left in each tier, by its code; tiers that nobody is in aren't named. */
  public record Taken(Map<String, Integer> byTier) {
    public Taken {
      byTier = Map.copyOf(byTier);
    }

    public int of(Tier tier) {
      return byTier.getOrDefault(tier.code(), 0);
    }

    public int left(Tier tier) {
      return Math.max(0, tier.spots() - of(tier));
    }

    /** The best tier below that has a spot. */
    public Optional<? extends Tier> offeredInsteadOf(Tier tier) {
      Optional<? extends Tier> next = tier.next();
      while (next.isPresent() && left(next.get()) == 0) {
        next = next.get().next();
      }
      return next;
    }
  }

  /** Right now, for everybody to see. */
  @Transactional
  public Taken taken() {
    var taken = new HashMap<String, Integer>();
    sql.fetch("select tier, taken from programs.spots_taken()")
        .forEach(row -> taken.put(row.get(0, String.class), row.get(1, Integer.class)));
    return new Taken(taken);
  }

  /**
   * Makes everybody else who gives or frees a spot of the tier wait until this transaction ends.
   *
   * <p>INVARIANT: taken before any row of an application or a spot is locked, so that two never
   * wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void lock(Tier tier) {
    sql.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))", "programs.tier:" + tier.code());
  }
}
