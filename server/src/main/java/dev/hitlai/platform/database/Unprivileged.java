package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to start PostgreSQL's programs, which refuse to run as root: as they are for other users; for
 * root inside a user namespace of their own, where root is nobody but still owns its files; where
 * the kernel forbids that, as the user 65534, which is then given the files.
 */
enum Unprivileged {
  DIRECT(List.of()),
  NAMESPACE(List.of("unshare", "--user")),
  OTHER_USER(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private final List<String> prefix;

  Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  static Unprivileged detect() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return DIRECT;
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    if (works(OTHER_USER)) {
      return OTHER_USER;
    }
    throw new StartFailure(
        "PostgreSQL refuses to run as root and neither unshare nor setpriv can change that; start"
            + " HitlAI as another user or set HITLAI_DATABASE_URL.");
  }

  private static boolean works(Unprivileged way) {
    try {
      var process = new ProcessBuilder(way.command("true")).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missingProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<String> command(String... words) {
    var command = new ArrayList<>(prefix);
    command.addAll(List.of(words));
    return command;
  }

  /** Lets the programs read and write a folder and what is in it. */
  void give(Path folder) throws IOException {
    if (this != OTHER_USER) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        Files.setAttribute(file, "unix:uid", 65534, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", 65534, java.nio.file.LinkOption.NOFOLLOW_LINKS);
      }
    }
    for (var parent = folder.getParent(); parent != null; parent = parent.getParent()) {
      if (!Files.getPosixFilePermissions(parent)
          .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
        throw new StartFailure(
            "PostgreSQL runs as the user nobody, which can't reach %s; make it searchable (chmod o+x)"
                    .formatted(parent)
                + " or set HITLAI_DATA_DIR to another folder.");
      }
    }
  }
}
