package dev.hitlai.testing.web;

import dev.hitlai.testing.internal.artifacts.Artifacts;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Serves a file of a run so that nothing in it can run in our name. */
public final class FileAnswer {
  private FileAnswer() {}

  public static ResponseEntity<Resource> of(Artifacts.Served served, CacheControl cache) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(served.mediaType()))
        .contentLength(served.size())
        .cacheControl(cache)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new FileSystemResource(served.file()));
  }
}
