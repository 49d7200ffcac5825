package dev.hitlai.platform.database;

import dev.hitlai.platform.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the embedded database keeps, locked for this process. The
 * operating system drops the lock with the process, however it ends.
 */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** Makes the folder if needed and locks it; refuses a folder that another process uses. */
  static DataFolder open(Path folder) {
    var root = folder.toAbsolutePath().normalize();
    try {
      createPrivately(root);
      var channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw inUse(root);
      }
      Files.writeString(root.resolve("lock.pid"), Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(root, channel, lock);
    } catch (IOException e) {
      throw new StartFailure(
          "Can't use the data folder %s: %s; set HITLAI_DATA_DIR to a folder that can be written."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StartFailure inUse(Path root) throws IOException {
    var pid = root.resolve("lock.pid");
    var holder =
        Files.isReadable(pid)
            ? " (process " + Files.readString(pid, StandardCharsets.UTF_8).strip() + ")"
            : "";
    return new StartFailure(
        "The data folder %s is in use by another HitlAI%s; stop that one or set HITLAI_DATA_DIR."
            .formatted(root, holder));
  }

  /** Makes a folder that only its owner can look into. */
  static void createPrivately(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var mode = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
    } else {
      Files.createDirectories(folder);
    }
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Can't release the lock of " + root, e);
    }
  }
}
