package dev.hitlai.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.testsupport.ApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Sends batches as the recorder does. */
public final class SentBatch {
  private final ApiClient api;
  private final String key;
  private final UUID session;

  public SentBatch(int port, String origin, String key, UUID session) {
    this.api = ApiClient.at(port).with("Origin", origin).with("User-Agent", "Mozilla/5.0 (Test)");
    this.key = key;
    this.session = session;
  }

  /** A body of a page view with a description of it. */
  public static String body(UUID page, long start, int pageNumber, String events) {
    return """
    {"v":1,"p":"%s","t0":%d,"m":{"u":"https://shop.example/cart","ti":"Cart","vw":1280,"vh":720,"dpr":1,"pn":%d,"ss":%d,"c":1,"rp":1},"e":[%s]}\
    """
        .formatted(page, start, pageNumber, start, events);
  }

  public ApiClient.Answer send(int sequence, String body, long now) {
    return send(sequence, body, now, true);
  }

  public ApiClient.Answer send(int sequence, String body, long now, boolean packed) {
    byte[] plain = body.getBytes(UTF_8);
    return sendBytes(sequence, hash(plain), packed ? gzip(plain) : plain, now, packed);
  }

  public ApiClient.Answer sendBytes(
      int sequence, String hash, byte[] body, long now, boolean packed) {
    return api.sendBytes(
        "POST",
        "/api/recordings/%s/batch?k=%s&n=%d&h=%s&t=%d%s"
            .formatted(session, key, sequence, hash, now, packed ? "&z=1" : ""),
        "text/plain",
        body);
  }

  public static String hash(byte[] bytes) {
    int hash = 0x811c9dc5;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return "%08x".formatted(hash);
  }

  public static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
