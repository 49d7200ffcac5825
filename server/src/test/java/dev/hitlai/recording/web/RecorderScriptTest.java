package dev.hitlai.recording.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class RecorderScriptTest {
  private static final Pattern REPLAY = Pattern.compile("/r/[0-9a-f]{12}/replay\\.js");

  @LocalServerPort private int port;

  @Test
  void anyoneLoadsTheCoreWhichKnowsTheNameOfItsReplayPart() throws Exception {
    HttpResponse<byte[]> core = get("/r.js", "Accept-Encoding", "gzip");
    assertThat(core.statusCode()).isEqualTo(200);
    assertThat(core.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("max-age=3600", "public"));
    assertThat(core.headers().firstValue("Content-Type"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("text/javascript"));
    var name = REPLAY.matcher(unpacked(core.body()));
    assertThat(name.find()).isTrue();
    HttpResponse<byte[]> replay = get(name.group(), "Accept-Encoding", "identity");
    assertThat(replay.statusCode()).isEqualTo(200);
    assertThat(replay.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "immutable"));
    assertThat(new String(replay.body(), StandardCharsets.UTF_8)).contains("__hitlaiReplay");
    assertThat(get(name.group().replace("replay", "player"), "Accept", "*/*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoHasTheCurrentCoreIsToldSoAndOldOrForeignNamesAreNotFound() throws Exception {
    String tag = get("/r.js", "Accept", "*/*").headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = get("/r.js", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/r/000000000000/replay.js", "Accept", "*/*").statusCode()).isEqualTo(404);
    assertThat(get("/r/" + tag.replace("\"", "") + "/manifest.json", "Accept", "*/*").statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header(header, value)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String unpacked(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
