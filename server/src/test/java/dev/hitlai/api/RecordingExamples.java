package dev.hitlai.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.recording.SentBatch;
import dev.hitlai.testsupport.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keys, settings, a session as the recorder sends it, and what can be asked of it. */
final class RecordingExamples extends ExampleCalls {
  private static final String ORIGIN = "https://shop.example";

  RecordingExamples(int port, ExampleBook executed) {
    super(port, executed);
  }

  void recordVisitors(ApiClient api) {
    var made =
        call(
            api,
            "POST /api/company/write-keys",
            Map.of("name", "Shop", "origins", List.of(ORIGIN)));
    String id = made.at("/data/id");
    String key = made.at("/data/key");
    call(api, "GET /api/company/write-keys", null);
    call(
        api,
        "PATCH /api/company/write-keys/{id}",
        Map.of("origins", List.of(ORIGIN, "https://*.shop.example")),
        id);
    call(api, "GET /api/company/recording-settings", null);
    call(
        api,
        "PUT /api/company/recording-settings",
        Map.of(
            "enabled",
            true,
            "sampleRate",
            1.0,
            "replayRate",
            0.5,
            "mask",
            "inputs",
            "consentRequired",
            true,
            "honourDoNotTrack",
            true,
            "watchedElements",
            "[data-hitlai-track]",
            "retentionDays",
            30));
    send(api, key);
    call(api, "DELETE /api/company/write-keys/{id}", null, id);
  }

  private void send(ApiClient api, String key) {
    var page = ApiClient.at(port).with("Origin", ORIGIN).with("User-Agent", "Mozilla/5.0");
    String session = UUID.randomUUID().toString();
    long now = System.currentTimeMillis();
    String body =
        SentBatch.body(
            UUID.randomUUID(),
            now - 5000,
            0,
            "[3,1000,0,100,400,100,100,0,16392,1,\"BUTTON\",\"buy\",\"btn\",\"Buy\",\"#buy\",7,500,500]");
    query(page, "GET /api/recordings/config", "?k=" + key, null);
    query(
        page,
        "POST /api/recordings/{sessionId}/batch",
        "?k=%s&n=0&t=%d&h=%s".formatted(key, now, SentBatch.hash(body.getBytes(UTF_8))),
        body,
        session);
    query(page, "GET /api/recordings/{sessionId}/batches", "?n=0,1&k=" + key, null, session);
    call(api, "GET /api/recordings", null);
    call(api, "GET /api/recordings/{id}", null, session);
    call(api, "GET /api/recordings/{id}/events", null, session);
    call(api, "GET /api/recordings/{id}/signals", null, session);
    query(api, "GET /api/heatmaps", "?url=" + ORIGIN + "/cart", null);
    query(page, "POST /api/recordings/{sessionId}/forget", "?k=" + key, null, session);
    String other = UUID.randomUUID().toString();
    page.sendBytes(
        "POST",
        "/api/recordings/%s/batch?k=%s&n=0&t=%d&h=%s"
            .formatted(other, key, now, SentBatch.hash(body.getBytes(UTF_8))),
        "text/plain",
        body.getBytes(UTF_8));
    call(api, "DELETE /api/recordings/{id}", null, other);
  }
}
