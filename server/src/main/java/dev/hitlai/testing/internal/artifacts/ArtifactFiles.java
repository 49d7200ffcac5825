package dev.hitlai.testing.internal.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Files by the SHA-256 of their content, so that the same picture is stored once and a name from
 * outside never becomes a path.
 */
public final class ArtifactFiles {
  private final Path folder;

  public ArtifactFiles(Path folder) {
    this.folder = folder;
  }

  /** A stored file. */
  public record Stored(byte[] sha256, String key) {}

  public Stored store(byte[] content) {
    byte[] hash = sha256(content);
    String key = key(hash);
    try {
      write(folder.resolve(key), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't store an artifact in " + folder, e);
    }
    return new Stored(hash, key);
  }

  /** The file with that hash, whether or not it is there. */
  public Path file(byte[] sha256) {
    return folder.resolve(key(sha256));
  }

  private static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    // Readers and other servers never see half a file.
    Path partial = Files.createTempFile(file.getParent(), "partial", null);
    Files.write(partial, content);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String key(byte[] sha256) {
    String hex = HexFormat.of().formatHex(sha256);
    return hex.substring(0, 2) + "/" + hex;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
