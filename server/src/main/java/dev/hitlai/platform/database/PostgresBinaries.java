package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the archive that comes as a
 * dependency.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

  /** Unpacks into a folder below {@code parent} unless it is there already. */
  static PostgresBinaries unpackInto(Path parent) throws IOException {
    var archive = archiveName();
    var resource = PostgresBinaries.class.getResource("/" + archive);
    if (resource == null) {
      throw new StartFailure(
          "There is no embedded PostgreSQL for %s on %s; set HITLAI_DATABASE_URL to a PostgreSQL 18."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    // A newer archive has another size, so that an upgrade unpacks anew.
    var size = resource.openConnection().getContentLengthLong();
    var folder = parent.resolve("programs-" + size);
    if (!Files.isDirectory(folder)) {
      DataFolder.createPrivately(parent);
      var unfinished = parent.resolve("programs.unfinished");
      FileSystemUtils.deleteRecursively(unfinished);
      try (var stream = resource.openStream()) {
        unpack(stream, unfinished);
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  private static String archiveName() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var processor =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    if (system.contains("mac")) {
      return "postgres-darwin-%s.txz".formatted(processor);
    }
    if (system.contains("windows")) {
      return "postgres-windows-%s.txz".formatted(processor);
    }
    var musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    return "postgres-linux-%s%s.txz".formatted(processor, musl);
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive reaches outside of its folder: " + entry.getName());
        }
        unpackEntry(tar, entry, target, folder);
      }
    }
  }

  private static void unpackEntry(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path folder)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, folder.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
        throw new IOException("Can't make executable: " + target);
      }
    }
  }

  String program(String name) {
    var suffix =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows") ? ".exe" : "";
    return folder.resolve("bin").resolve(name + suffix).toString();
  }
}
