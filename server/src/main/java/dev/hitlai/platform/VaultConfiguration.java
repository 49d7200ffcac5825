package dev.hitlai.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The server's key: from {@code hitlai.secret-key}, else from a file in the data folder that is
 * made at the first start and that only its owner reads. It isn't in the database, so that a copy
 * of the database gives no secret away.
 */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  private static final String FILE = "secret.key";
  private static final int SHORTEST = 32;

  @Bean
  static Vault vault(
      @Value("${hitlai.secret-key:}") String configured,
      @Value("${hitlai.data-dir:data}") Path dataFolder) {
    if (configured.isEmpty()) {
      return new Vault(Secrets.sha256(fromFile(dataFolder.resolve(FILE))));
    }
    if (configured.length() < SHORTEST) {
      throw new StartFailure(
          "hitlai.secret-key has fewer than " + SHORTEST + " characters; make a longer one.");
    }
    return new Vault(Secrets.sha256(configured));
  }

  private static String fromFile(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      String key = Files.readString(file).strip();
      if (key.length() < SHORTEST) {
        throw new StartFailure("The file %s holds no key; restore it.".formatted(file));
      }
      return key;
    } catch (IOException e) {
      throw new StartFailure(
          "Can't keep the server's key in %s: %s; set hitlai.secret-key."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      // Written beside and moved, so that another server never reads half a key.
      Path written = file.resolveSibling(FILE + "." + Secrets.hex(4));
      Files.createFile(written, mode);
      Files.writeString(written, Secrets.token());
      try {
        Files.createLink(file, written);
      } finally {
        Files.delete(written);
      }
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // Another server that shares the folder was first; its key is read.
    }
  }
}
