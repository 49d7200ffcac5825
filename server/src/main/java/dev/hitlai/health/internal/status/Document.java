package dev.hitlai.health.internal.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are ready to be sent, and what is said of them.
 *
 * @param gzip the same, smaller
 * @param etag weak, because both forms carry it
 * @param lastModified when the facts in it were read, as HTTP writes dates
 */
public record Document(Kind kind, byte[] plain, byte[] gzip, String etag, String lastModified) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int ETAG_BYTES = 12;

  /** What it is, which decides its headers. */
  public enum Kind {
    PAGE("text/html;charset=UTF-8", "no-cache"),
    JSON("application/json;charset=UTF-8", "no-cache"),
    ATOM("application/atom+xml;charset=UTF-8", "no-cache"),
    RSS("application/rss+xml;charset=UTF-8", "no-cache"),
    /** Shown in other people's pages, where nobody waits for the second. */
    BADGE("image/svg+xml;charset=UTF-8", "public, max-age=60");

    private final String contentType;
    private final String caching;

    Kind(String contentType, String caching) {
      this.contentType = contentType;
      this.caching = caching;
    }

    public String contentType() {
      return contentType;
    }

    public String caching() {
      return caching;
    }

    /** Pages of ours only; what is meant for programs may be read from any site. */
    public boolean isForOtherSites() {
      return this != PAGE;
    }
  }

  static Document of(Kind kind, byte[] plain, Instant readAt) {
    String etag = "W/\"" + HexFormat.of().formatHex(PublicId.hash(plain), 0, ETAG_BYTES) + "\"";
    return new Document(kind, plain, zipped(plain), etag, HTTP_DATE.format(readAt));
  }

  private static byte[] zipped(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (var gzip = new Best(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Packed once and sent often, so that trying harder pays. */
  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /** Whether who has these entity tags has this already. */
  public boolean isKnownTo(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.contains(etag) || ifNoneMatch.equals("*"));
  }

  /** Whether a list of encodings takes gzip; refusing it by {@code q=0} is rare, but possible. */
  public static boolean takesGzip(@Nullable String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    int at = acceptEncoding.indexOf("gzip");
    return at >= 0 && !acceptEncoding.startsWith("gzip;q=0", at)
        || at >= 0 && acceptEncoding.startsWith("gzip;q=0.", at);
  }
}
