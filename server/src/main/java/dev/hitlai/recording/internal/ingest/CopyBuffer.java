package dev.hitlai.recording.internal.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows as PostgreSQL's binary {@code COPY} takes them: for each row the number of fields, for each
 * field its length (-1: null) and its bytes, all big-endian.
 */
final class CopyBuffer {
  private static final long EPOCH_2000_SECONDS = 946_684_800L;
  private static final int BASE = 10_000;
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

  private byte[] bytes = new byte[2048];
  private ByteBuffer out = ByteBuffer.wrap(bytes);
  private int rows;

  static void begin(CopyIn copy) throws java.sql.SQLException {
    copy.writeToCopy(HEADER, 0, HEADER.length);
  }

  static void end(CopyIn copy) throws java.sql.SQLException {
    copy.writeToCopy(TRAILER, 0, TRAILER.length);
  }

  void writeTo(CopyIn copy) throws java.sql.SQLException {
    copy.writeToCopy(bytes, 0, out.position());
  }

  int rows() {
    return rows;
  }

  int size() {
    return out.position();
  }

  CopyBuffer row(int fields) {
    room(2).putShort((short) fields);
    rows++;
    return this;
  }

  CopyBuffer nothing() {
    room(4).putInt(-1);
    return this;
  }

  CopyBuffer uuid(@Nullable UUID value) {
    if (value == null) {
      return nothing();
    }
    room(20)
        .putInt(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  CopyBuffer int8(@Nullable Number value) {
    if (value == null) {
      return nothing();
    }
    room(12).putInt(8).putLong(value.longValue());
    return this;
  }

  CopyBuffer int4(@Nullable Number value) {
    if (value == null) {
      return nothing();
    }
    room(8).putInt(4).putInt(value.intValue());
    return this;
  }

  CopyBuffer bool(@Nullable Boolean value) {
    if (value == null) {
      return nothing();
    }
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  CopyBuffer time(@Nullable Instant value) {
    if (value == null) {
      return nothing();
    }
    long micros =
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - EPOCH_2000_SECONDS, 1_000_000L),
            value.getNano() / 1000);
    room(12).putInt(8).putLong(micros);
    return this;
  }

  CopyBuffer text(@Nullable String value) {
    if (value == null) {
      return nothing();
    }
    int length = value.length();
    room(4 + 3 * length);
    int start = out.position() + 4;
    int at = start;
    int i = 0;
    for (; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        break;
      }
      bytes[at++] = (byte) c;
    }
    if (i < length) {
      byte[] rest = value.substring(i).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(rest, 0, bytes, at, rest.length);
      at += rest.length;
    }
    out.putInt(at - start);
    out.position(at);
    return this;
  }

  /** A {@code jsonb}; the text must be JSON. */
  CopyBuffer json(String value) {
    byte[] content = value.getBytes(StandardCharsets.UTF_8);
    room(5 + content.length).putInt(content.length + 1).put((byte) 1).put(content);
    return this;
  }

  /** A {@code numeric} with three digits behind the point, or fewer. */
  CopyBuffer decimal(@Nullable Number value) {
    return value == null ? nothing() : scaled(Math.round(value.doubleValue() * 1000), 3);
  }

  /**
   * A {@code numeric}: groups of four decimal digits, the weight of the first, sign, display scale.
   */
  private CopyBuffer scaled(long thousandths, int scale) {
    boolean negative = thousandths < 0;
    long whole = Math.abs(thousandths) / 1000;
    int fraction = (int) (Math.abs(thousandths) % 1000) * 10;
    var groups = new short[5];
    int count = 0;
    while (whole > 0) {
      groups[count++] = (short) (whole % BASE);
      whole /= BASE;
    }
    int weight = count - 1;
    room(12 + 2 * (count + 1));
    int digits = count + (fraction == 0 ? 0 : 1);
    out.putInt(8 + 2 * digits)
        .putShort((short) digits)
        .putShort((short) (digits == 0 ? 0 : weight))
        .putShort((short) (negative ? 0x4000 : 0))
        .putShort((short) scale);
    while (count > 0) {
      out.putShort(groups[--count]);
    }
    if (fraction != 0) {
      out.putShort((short) fraction);
    }
    return this;
  }

  private ByteBuffer room(int needed) {
    if (out.remaining() < needed) {
      int position = out.position();
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + needed));
      out = ByteBuffer.wrap(bytes).position(position);
    }
    return out;
  }
}
