package dev.hitlai.aitester;

/**
 * Where screenshots and other evidence go: a folder for the command line, artifacts for the
 * platform.
 */
public interface EvidenceStore {

  /**
   * Keeps a piece of evidence.
   *
   * @param name a file name without folder, unique within the run, e.g. {@code step-03.png}
   * @param mediaType e.g. {@code image/png}
   * @return the reference to put into findings and steps
   */
  String save(String name, String mediaType, byte[] content);
}
