package dev.hitlai.health.internal.engine;

import java.util.UUID;

/**
 * When checks are due: at fixed times that every server works out for itself, so that nothing has
 * to be written down for it, and a check has the same key whoever makes it.
 */
public final class Grid {
  /** Shares of the monitors that servers hold. */
  public static final int SHARES = 64;

  /**
   * The golden ratio's fraction: its multiples fill an interval evenly, however many there are, and
   * new ones fall into the widest gaps (the three-distance theorem).
   */
  private static final double GOLDEN = 0.618033988749894848;

  private static final long SHORTEST_STEP = 500;

  private Grid() {}

  /** Where in its interval a monitor has its turn, from 0 to below 1. */
  public static double turn(long ordinal) {
    double product = ordinal * GOLDEN;
    return product - Math.floor(product);
  }

  /** Neighbours fall into different halves, quarters and so on, however few monitors there are. */
  static int share(long ordinal) {
    return Integer.reverse((int) Math.floorMod(ordinal, (long) SHARES)) >>> 26;
  }

  /**
   * The next check after an instant, in epoch milliseconds.
   *
   * @param hurried at twice the pace, to confirm a change
   */
  public static long next(long after, long intervalMs, double turn, boolean hurried) {
    long step = hurried ? Math.max(SHORTEST_STEP, intervalMs / 2) : intervalMs;
    long phase = (long) (turn * intervalMs);
    return phase + (Math.floorDiv(after - phase, step) + 1) * step;
  }

  /**
   * The key of a check, or of one of the changes that it caused: the same facts always have the
   * same. In the shape of version 7, so that keys grow with time as the index likes it.
   *
   * @param part 0 for the check itself, 1 and above for changes
   */
  static UUID key(UUID monitorId, long dueMs, int part) {
    long one = mixed(monitorId.getMostSignificantBits() + 0x9e3779b97f4a7c15L * (part + 1L));
    long other = mixed(monitorId.getLeastSignificantBits() ^ one);
    return new UUID(dueMs << 16 | 0x7000L | one & 0xfffL, 0x8000000000000000L | other >>> 2);
  }

  /** The finalizer of MurmurHash3. */
  private static long mixed(long value) {
    long mixed = value;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
