package dev.hitlai.aitester.mind.choice;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * Randomness that hangs on what it is for and not on the order of asking: the same seed and the
 * same option give the same noise, so that a run can be repeated step by step.
 */
public final class Noise {
  private final long seed;

  public Noise(long seed) {
    this.seed = seed;
  }

  /** Normally distributed, mean 0 and standard deviation 1. */
  public double gaussian(String what) {
    return random(what).nextGaussian();
  }

  /** Evenly distributed from 0 to below 1. */
  public double even(String what) {
    return random(what).nextDouble();
  }

  /** A number from 0 to bound - 1. */
  public int below(int bound, String what) {
    return random(what).nextInt(bound);
  }

  private Random random(String what) {
    var checksum = new CRC32();
    checksum.update(what.getBytes(StandardCharsets.UTF_8));
    return new Random(seed * 0x9E3779B97F4A7C15L ^ checksum.getValue() * 0xBF58476D1CE4E5B9L);
  }
}
