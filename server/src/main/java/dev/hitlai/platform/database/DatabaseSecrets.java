package dev.hitlai.platform.database;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The random passwords of the embedded database, kept in a file that only its owner reads.
 *
 * @param superuser of {@code postgres}, used to set the database up
 * @param owner of {@code hitlai_owner}, which owns the tables
 * @param application of {@code hitlai_app}, which the application logs in as
 */
record DatabaseSecrets(String superuser, String owner, String application) {

  static DatabaseSecrets loadOrCreate(Path file) throws IOException {
    if (Files.exists(file)) {
      return load(file);
    }
    var secrets = new DatabaseSecrets(random(), random(), random());
    secrets.store(file);
    return secrets;
  }

  private static DatabaseSecrets load(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new DatabaseSecrets(
        required(properties, "superuser", file),
        required(properties, "owner", file),
        required(properties, "application", file));
  }

  private static String required(Properties properties, String key, Path file) throws IOException {
    var value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IOException("%s lacks the password of %s".formatted(file, key));
    }
    return value;
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void store(Path file) throws IOException {
    var properties = new Properties();
    properties.setProperty("superuser", superuser);
    properties.setProperty("owner", owner);
    properties.setProperty("application", application);
    var text = new StringWriter();
    properties.store(text, "Passwords of the embedded database");
    var written = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(written);
    createUnreadableByOthers(written);
    Files.writeString(written, text.toString());
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static void createUnreadableByOthers(Path file) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var mode = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
    } else {
      Files.createFile(file);
    }
  }

  @Override
  public String toString() {
    return "DatabaseSecrets[hidden]";
  }
}
