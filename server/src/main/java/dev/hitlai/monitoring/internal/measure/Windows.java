package dev.hitlai.monitoring.internal.measure;

import dev.hitlai.monitoring.Measurements.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Adds operations up in windows of one length. Loses none: each is in exactly one summary. */
public final class Windows {
  private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1000;

  /** Two digits: a percentile is right to one per cent. */
  private static final int DIGITS = 2;

  private final Duration length;
  private final ConcurrentHashMap<Place, Cell> cells = new ConcurrentHashMap<>();

  public Windows(Duration length) {
    this.length = length;
  }

  private record Place(Summary.Key key, long window) {}

  public void add(Summary.Key key, Instant at, Duration took, Result result) {
    var place = new Place(key, Math.floorDiv(at.getEpochSecond(), length.toSeconds()));
    // A cell that was taken out meanwhile takes nothing any more; the next one does.
    while (!cells.computeIfAbsent(place, _ -> new Cell()).add(took, result)) {
      Thread.onSpinWait();
    }
  }

  /** Removes and returns what is over, or everything. */
  public List<Summary> takeOut(Instant now, boolean all) {
    long current = Math.floorDiv(now.getEpochSecond(), length.toSeconds());
    var done = new ArrayList<Summary>();
    for (var place : List.copyOf(cells.keySet())) {
      if (all || place.window() != current) {
        Cell cell = cells.get(place);
        if (cell != null) {
          Summary summary = cell.close(place, length);
          cells.remove(place, cell);
          if (summary != null) {
            done.add(summary);
          }
        }
      }
    }
    return done;
  }

  private static final class Cell {
    private final Histogram micros = new Histogram(DIGITS);
    private long count;
    private long refused;
    private long failed;
    private boolean closed;

    Cell() {
      micros.setAutoResize(true);
    }

    synchronized boolean add(Duration took, Result result) {
      if (closed) {
        return false;
      }
      micros.recordValue(Math.clamp(took.toNanos() / 1000, 0, LONGEST_MICROS));
      count++;
      switch (result) {
        case FINE -> {}
        case REFUSED -> refused++;
        case FAILED -> failed++;
      }
      return true;
    }

    synchronized @Nullable Summary close(Place place, Duration length) {
      closed = true;
      return count == 0
          ? null
          : new Summary(
              place.key(),
              Instant.ofEpochSecond(place.window() * length.toSeconds()),
              length,
              count,
              refused,
              failed,
              micros);
    }
  }
}
