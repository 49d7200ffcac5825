package dev.hitlai.recording.internal.sessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The replays of sessions where artifacts are kept: one file a session, its packed batches one
 * behind the other. Which bytes are whose stands in {@code recording_batches}.
 */
@Component
class ReplayFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayFiles.class);
  private final Path folder;

  ReplayFiles(@Value("${hitlai.testing.artifacts}") Path folder) {
    this.folder = folder.resolve("recordings");
  }

  /** Writes a file that nobody refers to yet; durable when this returns. */
  String write(UUID sessionId, List<byte[]> parts) {
    // Packed anew after late batches: readers of the old file must not be disturbed.
    String name = sessionId + "-" + Long.toHexString(System.nanoTime());
    String key = name.substring(0, 2) + name.substring(34, 36) + "/" + name;
    Path file = folder.resolve(key);
    try {
      Files.createDirectories(file.getParent());
      Path partial = file.resolveSibling(name + ".part");
      try (var out =
          FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (byte[] part : parts) {
          var buffer = ByteBuffer.wrap(part);
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        }
        out.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't store a replay in " + folder, e);
    }
  }

  /** Some bytes of a file; empty when it is gone. */
  byte[] read(String key, long offset, int length) {
    try (var in = FileChannel.open(folder.resolve(key), StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining() && in.read(buffer, offset + buffer.position()) >= 0) {
        // reads on
      }
      return buffer.hasRemaining() ? new byte[0] : buffer.array();
    } catch (NoSuchFileException gone) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read a replay from " + folder, e);
    }
  }

  /** Deletes files once the transaction that gave them up is durable. */
  void deleteAfterCommit(List<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keys.forEach(ReplayFiles.this::delete);
          }
        });
  }

  private void delete(String key) {
    try {
      Files.deleteIfExists(folder.resolve(key));
    } catch (IOException e) {
      LOG.warn("A replay that was given up is still there: {}", key, e);
    }
  }
}
