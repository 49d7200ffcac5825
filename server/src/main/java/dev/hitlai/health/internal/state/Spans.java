package dev.hitlai.health.internal.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time that don't overlap, oldest first; such as maintenance. */
public final class Spans {
  public static final Spans NONE = new Spans(List.of());

  private final List<Span> spans;

  private Spans(List<Span> spans) {
    this.spans = spans;
  }

  /**
   * @param from epoch milliseconds, inclusive
   * @param until exclusive
   */
  public record Span(long from, long until) {}

  /** Overlapping and touching ones become one; empty ones vanish. */
  public static Spans of(List<Span> spans) {
    var sorted = new ArrayList<>(spans);
    sorted.removeIf(span -> span.until() <= span.from());
    sorted.sort(Comparator.comparingLong(Span::from));
    var merged = new ArrayList<Span>();
    for (var span : sorted) {
      if (!merged.isEmpty() && span.from() <= merged.getLast().until()) {
        var last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.until(), span.until())));
      } else {
        merged.add(span);
      }
    }
    return new Spans(List.copyOf(merged));
  }

  /** Oldest first. */
  public List<Span> list() {
    return spans;
  }

  public boolean contains(long at) {
    return spans.stream().anyMatch(span -> span.from() <= at && at < span.until());
  }

  /** Start of the first that begins after one instant and not after another; else the latter. */
  long firstStart(long after, long notAfter) {
    for (var span : spans) {
      if (span.from() > after && span.from() <= notAfter) {
        return span.from();
      }
    }
    return notAfter;
  }

  /** Whether one lies between two instants, wholly or in part. */
  public boolean touches(long from, long until) {
    return spans.stream().anyMatch(span -> span.from() < until && from < span.until());
  }

  /** How much of a stretch is covered, in milliseconds. */
  long within(long from, long until) {
    return spans.stream()
        .mapToLong(span -> Math.max(0, Math.min(until, span.until()) - Math.max(from, span.from())))
        .sum();
  }
}
