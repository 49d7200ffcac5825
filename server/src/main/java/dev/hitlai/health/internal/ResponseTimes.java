package dev.hitlai.health.internal;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Response times in a form that can be added up: hours merge into days without loss, and in any
 * order into the same bytes, which percentiles and averages of averages can't. Percentiles are
 * within 0.1 %.
 */
public final class ResponseTimes {
  private static final int DIGITS = 3;
  private static final double MICROS = 1000;
  private static final long LONGEST_MICROS = 600_000_000L;

  private final Histogram micros = new Histogram(DIGITS);

  /**
   * @param millis 0 or more
   */
  public void add(double millis) {
    micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, Math.round(millis * MICROS))));
  }

  public void add(ResponseTimes others) {
    micros.add(others.micros);
  }

  public long count() {
    return micros.getTotalCount();
  }

  /**
   * The time that so many percent didn't exceed, in milliseconds; null when nothing was added.
   *
   * @param percent 0 to 100
   */
  public @Nullable Double percentile(double percent) {
    if (count() == 0) {
      return null;
    }
    long value = micros.getValueAtPercentile(percent);
    // The middle of what the histogram can't tell apart, rather than its upper end.
    return micros.medianEquivalentValue(value) / MICROS;
  }

  public @Nullable Double min() {
    return count() == 0 ? null : micros.getMinValue() / MICROS;
  }

  public @Nullable Double max() {
    return count() == 0 ? null : micros.getMaxValue() / MICROS;
  }

  /** To be read by {@link #read}. */
  public byte[] bytes() {
    var buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
    int length = micros.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.flip();
    buffer.get(bytes);
    return bytes;
  }

  /** Null is nothing at all. */
  public static ResponseTimes read(byte @Nullable [] bytes) {
    var times = new ResponseTimes();
    if (bytes != null) {
      try {
        times.micros.add(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0));
      } catch (DataFormatException e) {
        throw new IllegalStateException("Stored response times can't be read", e);
      }
    }
    return times;
  }
}
