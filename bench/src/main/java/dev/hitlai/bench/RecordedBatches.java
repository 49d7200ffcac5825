package dev.hitlai.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Batches of mixed events as the recorder sends them, with a seed. */
final class RecordedBatches {
  private final Random random;
  private final long start;

  RecordedBatches(long seed, long start) {
    this.random = new Random(seed);
    this.start = start;
  }

  /** A batch ready to be sent. */
  record Body(byte[] packed, String hash, int events) {}

  /** So many events, and replay operations of so many bytes. */
  Body of(int events, int replayBytes) {
    var text = new StringBuilder();
    text.append("{\"v\":1,\"p\":\"")
        .append(new UUID(random.nextLong(), random.nextLong()))
        .append("\",\"t0\":")
        .append(start)
        .append(",\"m\":{\"u\":\"https://shop.example/p/")
        .append(random.nextInt(500))
        .append("\",\"ti\":\"Shop\",\"vw\":1280,\"vh\":720,\"dpr\":1,\"pn\":0,\"ss\":")
        .append(start)
        .append(",\"c\":1,\"rp\":1},\"e\":[[1,0,{\"lcp\":")
        .append(random.nextInt(4000))
        .append(",\"cls\":0.01,\"ttfb\":90.5}]");
    for (int i = 1; i < events; i++) {
      text.append(',');
      event(text, i);
    }
    text.append(']');
    if (replayBytes > 0) {
      text.append(",\"r\":[[1,0]");
      int until = text.length() + replayBytes;
      while (text.length() < until) {
        text.append(",[5,")
            .append(random.nextInt(90))
            .append(',')
            .append(random.nextInt(9000))
            .append(",\"class\",\"c")
            .append(Integer.toHexString(random.nextInt()))
            .append("\"]");
      }
      text.append(']');
    }
    byte[] plain = text.append('}').toString().getBytes(UTF_8);
    return new Body(gzip(plain), hash(plain), events);
  }

  private void event(StringBuilder text, int number) {
    int dt = random.nextInt(30);
    int x = random.nextInt(1280);
    int y = random.nextInt(700);
    String element = Integer.toString(random.nextInt(400), 36);
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> mouse(text, dt, x, y);
      case 5, 6, 7, 8 -> text.append("[2,%d,0,%d,720,%d]".formatted(dt, y * 4, 3000 + y));
      case 9, 10 ->
          text.append(
              "[3,%d,%d,%d,%d,%d,%d,0,16392,1,\"BUTTON\",\"b-%s\",\"btn primary\",\"Button %s\",\"#b-%s\",%d,500,480]"
                  .formatted(dt, number, x, y, x, y, element, element, element, number));
      case 11 ->
          text.append(
              "[4,%d,2,\"checkout\",\"checkout\",\"/pay\",\"f%s\",\"text\",\"Field %s\",%d,1,null,%d,0,\"#f%s\"]"
                  .formatted(dt, element, element, x % 40, x * 3, element));
      case 12, 13, 14 ->
          text.append("[7,%d,%d,\"letter\",0,\"#f%s\",1,0]".formatted(dt, number % 2, element));
      case 15, 16 ->
          text.append(
              "[9,%d,\"https://shop.example/api/%s?q=*\",\"GET\",\"fetch\",200,%d,%d,%d.5,1,2,3,20.5,4,1]"
                  .formatted(dt, element, x * 30, x, y));
      case 17 ->
          text.append("[10,%d,2,\"loaded part %s\",\"app.js\",%d,4]".formatted(dt, element, y));
      case 18 -> text.append("[13,%d,%d,1,%d]".formatted(dt, number, x % 200));
      default ->
          text.append(
              "[12,%d,\"#e-%s\",\"Heading %s\",\"h2\",0,80.5,%d,%d,400,60,%d]"
                  .formatted(dt, element, element, x, y, x * 10));
    }
  }

  private void mouse(StringBuilder text, int dt, int x, int y) {
    text.append("[6,%d,900,0,0,[%d,%d,0".formatted(dt, x, y));
    for (int i = 0; i < 15; i++) {
      text.append(',')
          .append(random.nextInt(40) - 20)
          .append(',')
          .append(random.nextInt(40) - 20)
          .append(",50");
    }
    text.append("],null,0]");
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    int hash = 0x811c9dc5;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return "%08x".formatted(hash);
  }
}
