package dev.hitlai.recording.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives sites the recorder: {@code /r.js}, which is asked for anew each hour, and its parts under
 * names that contain a hash of their sources and are kept for a year.
 */
@Controller
class RecorderScript {
  private static final MediaType JAVASCRIPT =
      MediaType.parseMediaType("text/javascript;charset=UTF-8");
  private static final CacheControl FOR_AN_HOUR =
      CacheControl.maxAge(Duration.ofHours(1))
          .cachePublic()
          .staleWhileRevalidate(Duration.ofDays(7))
          .staleIfError(Duration.ofDays(7));
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final String hash;
  private final Map<String, Part> parts = new HashMap<>();

  private record Part(byte[] plain, byte[] packed) {}

  RecorderScript(JsonMapper json) {
    JsonNode manifest = json.readTree(bytes("manifest.json"));
    this.hash = manifest.path("hash").asString();
    for (String name : manifest.path("files").propertyNames()) {
      byte[] plain = bytes(name);
      parts.put(name, new Part(plain, packed(plain)));
    }
  }

  @GetMapping("/r.js")
  ResponseEntity<byte[]> current(HttpServletRequest request) {
    String tag = '"' + hash + '"';
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
          .eTag(tag)
          .cacheControl(FOR_AN_HOUR)
          .build();
    }
    return answer(request, parts.get("r.js"), FOR_AN_HOUR, tag);
  }

  /**
   * One part by its name. A core that a browser kept from before an update asks for a part that is
   * gone; it goes on without replay until it is asked for anew itself.
   */
  @GetMapping("/r/{hash}/{name}")
  ResponseEntity<byte[]> part(
      HttpServletRequest request, @PathVariable String hash, @PathVariable String name) {
    Part part = parts.get(name);
    if (part == null || !hash.equals(this.hash)) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .cacheControl(CacheControl.noStore())
          .build();
    }
    return answer(request, part, FOR_EVER, '"' + hash + '"');
  }

  private static ResponseEntity<byte[]> answer(
      HttpServletRequest request, @Nullable Part part, CacheControl cache, String tag) {
    if (part == null) {
      return ResponseEntity.notFound().build();
    }
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean packed = accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    var response =
        ResponseEntity.ok()
            .contentType(JAVASCRIPT)
            .cacheControl(cache)
            .eTag(tag)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            // Sites of others load it, also with an integrity check or cross-origin isolated.
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header("Cross-Origin-Resource-Policy", "cross-origin");
    if (packed) {
      response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return response.body(packed ? part.packed : part.plain);
  }

  private static byte[] bytes(String name) {
    try (var in = new ClassPathResource("recorder/" + name).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The recorder's " + name + " is missing from this build", e);
    }
  }

  private static byte[] packed(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
