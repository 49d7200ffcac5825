package dev.hitlai.health.internal.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer of HTTP/1.1 from a connection, up to a limit.
 *
 * <p>No library that we keep tells the phases apart while connecting to an address that was checked
 * before: the JDK's client looks names up by itself and shows no times.
 */
final class HttpAnswer {
  private static final int LONGEST_BODY = 1 << 20;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  private final Connection connection;
  private final Deadline deadline;
  private final byte[] buffer = new byte[8192];
  private int at;
  private int end;

  private int status;
  private double firstByteMs;
  private boolean chunked;
  private long length = -1;
  private @Nullable String location;
  private byte[] body = new byte[0];

  HttpAnswer(Connection connection, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  /**
   * @param withBody false for answers that have none by definition, as to HEAD
   */
  void read(boolean withBody) throws IOException {
    fill();
    firstByteMs = deadline.spentMs();
    do {
      status = statusOf(line());
      headers();
      // Interim answers (100, 103) come before the one that counts.
    } while (status >= 100 && status < 200);
    if (withBody && status != 204 && status != 304) {
      body = body();
    }
  }

  int status() {
    return status;
  }

  /** When the first byte came, milliseconds since the check began. */
  double firstByteMs() {
    return firstByteMs;
  }

  @Nullable String location() {
    return location;
  }

  byte[] content() {
    return body;
  }

  private static int statusOf(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new IOException("The answer isn't HTTP.");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private void headers() throws IOException {
    chunked = false;
    length = -1;
    for (int count = 0; count < MOST_HEADERS; count++) {
      String line = line();
      if (line.isEmpty()) {
        return;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        header(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw new IOException("The answer has too many headers.");
  }

  private void header(String name, String value) throws IOException {
    switch (name) {
      case "transfer-encoding" -> chunked = value.toLowerCase(Locale.ROOT).contains("chunked");
      case "content-length" -> length = number(value, 10);
      case "location" -> location = value;
      default -> {}
    }
  }

  private byte[] body() throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (chunked) {
      long size = number(line().split(";", 2)[0].strip(), 16);
      while (size > 0 && bytes.size() < LONGEST_BODY) {
        copy(bytes, size);
        line();
        size = number(line().split(";", 2)[0].strip(), 16);
      }
    } else if (length >= 0) {
      copy(bytes, length);
    } else {
      while (bytes.size() < LONGEST_BODY && (at < end || more())) {
        bytes.write(buffer, at, end - at);
        at = end;
      }
    }
    return bytes.toByteArray();
  }

  /** What is longer than the limit is left unread: it has shown that it answers. */
  private void copy(ByteArrayOutputStream into, long count) throws IOException {
    long left = Math.min(count, LONGEST_BODY - into.size());
    while (left > 0) {
      if (at == end) {
        fill();
      }
      int part = (int) Math.min(left, end - at);
      into.write(buffer, at, part);
      at += part;
      left -= part;
    }
  }

  private static long number(String text, int radix) throws IOException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IOException("The answer gives a length that is no number.", e);
    }
    throw new IOException("The answer gives a negative length.");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream(80);
    while (true) {
      if (at == end) {
        fill();
      }
      byte next = buffer[at++];
      if (next == '\n') {
        return line.toString(ISO_8859_1);
      }
      if (line.size() >= LONGEST_LINE) {
        throw new IOException("The answer has a line that is too long.");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
  }

  private void fill() throws IOException {
    if (!more()) {
      throw new IOException("The connection was closed before the answer was complete.");
    }
  }

  private boolean more() throws IOException {
    int count = connection.read(buffer);
    at = 0;
    end = Math.max(0, count);
    return count > 0;
  }
}
