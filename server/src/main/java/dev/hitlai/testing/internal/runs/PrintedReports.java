package dev.hitlai.testing.internal.runs;

import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.report.Brand;
import dev.hitlai.aitester.report.PdfReport;
import dev.hitlai.aitester.report.RunDocument;
import dev.hitlai.testing.internal.artifacts.ArtifactReference;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports as PDF. A browser of its own is started for each, one at a time, so that a report never
 * waits behind a run and none is kept for what is rarely asked for.
 */
@Component
public class PrintedReports {
  private final Artifacts artifacts;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  PrintedReports(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /** The report with its pictures, those that the caller may see. */
  public byte[] print(RunDocument document, @Nullable Brand brand) {
    oneAtATime.lock();
    try (var browsers = new BrowserPool(BrowserInstallation.find(System.getenv()), 1)) {
      return PdfReport.render(document, brand, this::read, browsers);
    } finally {
      oneAtATime.unlock();
    }
  }

  private byte @Nullable [] read(String reference) {
    return ArtifactReference.id(reference)
        .flatMap(artifacts::find)
        .map(Artifacts.Served::file)
        .filter(Files::exists)
        .map(PrintedReports::content)
        .orElse(null);
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The evidence " + file + " can't be read", e);
    }
  }
}
