package dev.hitlai.monitoring.internal.system;

import dev.hitlai.platform.SelfCheck;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is room where files are kept. */
@Component
class DiskPart implements SelfCheck {
  private static final long LEAST_BYTES = 500L * 1024 * 1024;
  private static final double LEAST_SHARE = 0.02;

  private final Path folder;

  DiskPart(@Value("${hitlai.testing.artifacts}") String artifacts) {
    this.folder = Path.of(artifacts).toAbsolutePath();
  }

  @Override
  public String part() {
    return "disk";
  }

  @Override
  public String label() {
    return "Disk space";
  }

  @Override
  public void check() throws IOException {
    var store = store();
    long free = store.getUsableSpace();
    if (free < LEAST_BYTES && free < store.getTotalSpace() * LEAST_SHARE) {
      throw new IOException("Only %d MB are free.".formatted(free / 1024 / 1024));
    }
  }

  Map<String, Long> space() throws IOException {
    var store = store();
    return Map.of("freeBytes", store.getUsableSpace(), "totalBytes", store.getTotalSpace());
  }

  /** The folder is made when the first file is kept; until then its parent counts. */
  private FileStore store() throws IOException {
    Path present = folder;
    while (!Files.exists(present) && present.getParent() != null) {
      present = present.getParent();
    }
    return Files.getFileStore(present);
  }
}
