package dev.hitlai.recording.internal.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs and unpacks bodies; what unpacks to more than was agreed on is never held whole. */
public final class Unpacking {
  /** The largest body as sent. */
  public static final int MOST_SENT = 1 << 20;

  /** The largest body unpacked. */
  public static final int MOST_UNPACKED = 8 << 20;

  private Unpacking() {}

  /**
   * Unpacks one body.
   *
   * @throws dev.hitlai.api.ApiProblem 400 for what isn't gzip, 413 for what unpacks to more than 8
   *     MB
   */
  public static byte[] gunzip(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 8192)) {
      byte[] out = new byte[Math.clamp(packed.length * 6L, 4096, MOST_UNPACKED)];
      int length = 0;
      while (true) {
        int read = in.read(out, length, out.length - length);
        if (read < 0) {
          return Arrays.copyOf(out, length);
        }
        length += read;
        if (length == out.length) {
          if (length >= MOST_UNPACKED) {
            throw Refused.tooLarge("The body unpacks to more than 8 MB.");
          }
          out = Arrays.copyOf(out, (int) Math.min(2L * out.length, MOST_UNPACKED));
        }
      }
    } catch (IOException e) {
      throw Refused.unreadable("The body is not gzip.");
    }
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes every byte", e);
    }
    return out.toByteArray();
  }

  /** FNV-1a with 32 bits, by which batches are told apart. */
  static int hash(byte[] bytes) {
    int hash = 0x811c9dc5;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return hash;
  }
}
