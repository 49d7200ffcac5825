package dev.hitlai.cli;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.report.EvidenceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps evidence as files in {@code evidence/} below the output folder; references are relative to
 * it.
 */
final class EvidenceFolder implements EvidenceStore, EvidenceReader {
  private static final String FOLDER = "evidence";

  private final Path folder;

  EvidenceFolder(Path output) {
    folder = output.resolve(FOLDER);
  }

  @Override
  public String save(String name, String mediaType, byte[] content) {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("Not a plain file name: " + name);
    }
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write evidence to " + folder, e);
    }
    return FOLDER + "/" + name;
  }

  @Override
  public byte @Nullable [] read(String reference) {
    var file = folder.resolveSibling(reference);
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read the evidence " + file, e);
    }
  }
}
