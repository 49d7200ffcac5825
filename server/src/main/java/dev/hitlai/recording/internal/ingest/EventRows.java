package dev.hitlai.recording.internal.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events of a batch as rows; one method for each kind on the wire. */
final class EventRows {
  private static final long FAR = 10_000_000;
  private static final long WEEK = 7L * 24 * 3600 * 1000;
  private static final int ANY = Integer.MAX_VALUE;
  private static final List<String> FORM_TYPES =
      List.of("focus", "blur", "input", "change", "submit");
  private static final List<String> LEVELS = List.of("debug", "info", "log", "warn", "error");
  private static final List<String> STATES = List.of("visible", "hidden", "prerender");
  private static final List<String> ORIGINS = List.of("error", "rejection", "resource");

  private final Batch batch;
  private final long start;
  private long lastClick = -1;
  private long lastKey = -1;

  /**
   * @param start of the page view, corrected
   */
  EventRows(Batch batch, long start) {
    this.batch = batch;
    this.start = start;
  }

  /** Writes one event that happened at a corrected time. */
  void write(int kind, long at, Fields f) {
    switch (kind) {
      case 1 -> batch.page(start).take(f.object(2));
      case 2 -> scroll(at, f);
      case 3 -> click(at, f);
      case 4 -> form(at, f);
      case 6 -> MouseRows.write(batch, at, f);
      case 7 -> key(at, f);
      case 8 -> visibility(at, f);
      case 9 -> network(at, f);
      case 10 -> console(at, f);
      case 11 -> error(at, f);
      case 12 -> element(at, f);
      case 13 ->
          moment(at, "effect", f.needed(2, 0, FAR), f.needed(3, 0, ANY), f.number(4, 0, WEEK));
      case 14 ->
          moment(at, "viewport", f.needed(2, 0, FAR), f.needed(3, 0, FAR), f.number(4, 0, 100));
      case 15 -> {
        batch.lost += (int) f.wholeOr(3, 0, 1_000_000, 0);
        moment(at, "loss", f.wholeOr(3, 0, 1_000_000, 0), f.needed(2, 0, 100), null);
      }
      case 16 -> {
        boolean beneath = f.wholeOr(4, 0, 1, 0) == 1;
        Long away = f.whole(5, 0, FAR);
        moment(
            at,
            "layout_shift",
            f.whole(3, 0, FAR),
            beneath ? Long.valueOf(0) : away,
            f.number(2, 0, 1000));
      }
      case 17 -> moment(at, "deed", f.whole(3, 0, ANY), f.needed(2, 0, 100), null);
      default -> throw Refused.content("There is no event of kind " + kind + ".");
    }
  }

  private void scroll(long at, Fields f) {
    Long height = f.whole(5, 0, FAR);
    Long viewport = f.whole(4, 0, FAR);
    long y = f.needed(3, -FAR, FAR);
    Double depth =
        height == null || viewport == null || height == 0
            ? null
            : Double.valueOf(Math.clamp(100.0 * (y + viewport) / height, 0, 100));
    batch
        .row(EventTable.SCROLL, at)
        .int4(f.needed(2, -FAR, FAR))
        .int4(y)
        .decimal(depth)
        .int4(viewport)
        .int4(height)
        .int8(at - start);
  }

  private void click(long at, Fields f) {
    batch.clicks++;
    long flags = f.wholeOr(8, 0, ANY, 0);
    batch
        .row(EventTable.CLICK, at)
        .text(f.text(10, 40))
        .text(f.text(11, 200))
        .text(f.text(12, 200))
        .text(f.text(13, 200))
        .text(f.text(14, 500))
        .int4(f.whole(3, -FAR, FAR))
        .int4(f.whole(4, -FAR, FAR))
        .int4(f.whole(5, -FAR, FAR))
        .int4(f.whole(6, -FAR, FAR))
        .int4(f.wholeOr(7, 0, 2, 0))
        .bool((flags & 1) != 0 || f.wholeOr(9, 0, 1000, 1) >= 2)
        .int8(at - start)
        .int8(lastClick < 0 ? null : Long.valueOf(Math.max(0, at - lastClick)))
        .int4(f.needed(2, 0, FAR))
        .int4(flags)
        .int4(f.whole(9, 0, 1000))
        .int4(f.whole(16, 0, 1000))
        .int4(f.whole(17, 0, 1000));
    lastClick = at;
  }

  private void form(long at, Fields f) {
    batch
        .row(EventTable.FORM, at)
        .text(f.text(3, 200))
        .text(f.text(4, 200))
        .text(f.text(5, 2000))
        .text(f.text(6, 200))
        .text(f.text(7, 40))
        .text(f.text(8, 200))
        .text(FORM_TYPES.get((int) f.needed(2, 0, 4)))
        .int4(f.whole(9, 0, ANY))
        .bool(f.flag(10))
        .text(f.text(11, 300))
        .int8(f.whole(12, 0, WEEK))
        .int4(f.wholeOr(13, 0, ANY, 0))
        .text(f.text(14, 500));
  }

  private void key(long at, Fields f) {
    long mods = f.wholeOr(4, 0, 15, 0);
    boolean down = f.needed(2, 0, 1) == 0;
    String name = f.textOr(3, 30, "other");
    // A single letter would be a key that was typed: only names of classes and of control keys
    // come.
    if (name.codePointCount(0, name.length()) == 1) {
      throw Refused.content("A printable key must come as its class, never as itself.");
    }
    batch
        .row(EventTable.KEY, at)
        .text(down ? "keydown" : "keyup")
        .nothing()
        .text(name)
        .bool((mods & 1) != 0)
        .bool((mods & 2) != 0)
        .bool((mods & 4) != 0)
        .bool((mods & 8) != 0)
        .text(f.text(5, 500))
        .bool(Boolean.TRUE.equals(f.flag(6)))
        .int8(!down || lastKey < 0 ? null : Long.valueOf(Math.max(0, at - lastKey)))
        .bool(Boolean.TRUE.equals(f.flag(7)));
    lastKey = down ? at : lastKey;
  }

  private void visibility(long at, Fields f) {
    int state = (int) f.needed(2, 0, 2);
    batch
        .row(EventTable.VISIBILITY, at)
        .bool(state == 0)
        .text(STATES.get(state))
        .int8(f.whole(3, 0, WEEK * 10));
  }

  private void network(long at, Fields f) {
    Double begun = f.number(7, -WEEK, WEEK * 10);
    Double took = f.number(8, 0, WEEK);
    Instant from = begun == null ? null : Instant.ofEpochMilli(start + Math.round(begun));
    batch
        .row(EventTable.NETWORK, at)
        .text(f.textOr(2, 4000, ""))
        .text(f.textOr(3, 20, "GET"))
        .text(f.text(4, 20))
        .int4(f.whole(5, 0, 599))
        .int8(f.whole(6, 0, 1L << 50))
        .time(from)
        .time(from == null || took == null ? null : from.plusMillis(Math.round(took)))
        .decimal(took)
        .decimal(f.number(9, 0, WEEK))
        .decimal(f.number(10, 0, WEEK))
        .decimal(f.number(11, 0, WEEK))
        .decimal(f.number(12, 0, WEEK))
        .decimal(f.number(13, 0, WEEK))
        .bool(f.wholeOr(14, 0, 1, 1) == 1)
        .text(f.text(15, 500))
        .int4(f.whole(16, 0, FAR));
  }

  private void console(long at, Fields f) {
    batch
        .row(EventTable.CONSOLE, at)
        .text(LEVELS.get((int) f.needed(2, 0, 4)))
        .text(f.textOr(3, 2000, ""))
        .text(f.text(4, 1000))
        .int4(f.whole(5, 0, ANY))
        .int4(f.whole(6, 0, ANY))
        .text(f.text(7, 4000))
        .int4(f.wholeOr(8, 1, ANY, 1));
  }

  private void error(long at, Fields f) {
    batch.errors++;
    Long origin = f.whole(8, 0, 2);
    batch
        .row(EventTable.ERROR, at)
        .text(f.textOr(2, 2000, ""))
        .text(f.text(3, 200))
        .text(f.text(4, 1000))
        .int4(f.whole(5, 0, ANY))
        .int4(f.whole(6, 0, ANY))
        .text(f.text(7, 4000))
        .text(origin == null ? null : ORIGINS.get(origin.intValue()));
  }

  private void element(long at, Fields f) {
    batch
        .row(EventTable.ELEMENT, at)
        .text(f.textOr(2, 500, ""))
        .text(f.text(3, 200))
        .text(f.text(4, 40))
        .bool(Boolean.TRUE.equals(f.flag(5)))
        .decimal(f.number(6, 0, 100))
        .int4(f.whole(7, -FAR, FAR))
        .int4(f.whole(8, -FAR, FAR))
        .int4(f.whole(9, 0, FAR))
        .int4(f.whole(10, 0, FAR))
        .int8(f.whole(11, 0, WEEK));
  }

  private void moment(
      long at, String kind, @Nullable Long number, @Nullable Long detail, @Nullable Double amount) {
    batch.row(EventTable.MOMENT, at).text(kind).int4(number).int4(detail).decimal(amount);
  }
}
