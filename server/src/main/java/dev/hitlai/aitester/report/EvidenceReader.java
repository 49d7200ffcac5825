package dev.hitlai.aitester.report;

import org.jspecify.annotations.Nullable;

/** Where a report that holds its pictures within itself reads them from. */
@FunctionalInterface
public interface EvidenceReader {

  /**
   * @param reference as a document's {@code screenshot} members have it
   * @return the file's bytes; null when it is no longer there
   */
  byte @Nullable [] read(String reference);
}
