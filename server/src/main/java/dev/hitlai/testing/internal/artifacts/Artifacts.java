package dev.hitlai.testing.internal.artifacts;

import static dev.hitlai.testing.internal.jooq.Tables.ARTIFACTS;

import dev.hitlai.testing.internal.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of runs; who may read one follows from its row. */
@Component
public class Artifacts {
  private static final String UPLOAD = "upload";

  private final DSLContext sql;
  private final ArtifactFiles files;

  Artifacts(DSLContext sql, ArtifactFiles files) {
    this.sql = sql;
    this.files = files;
  }

  /** Stores a piece of evidence of a run and returns its id. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID save(UUID companyId, UUID runId, String name, String mediaType, byte[] content) {
    return save(companyId, runId, kind(name, mediaType), name, mediaType, content);
  }

  /** Stores a picture that a person added and returns its id. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID saveUpload(UUID companyId, UUID runId, String mediaType, byte[] content) {
    return save(companyId, runId, UPLOAD, UPLOAD, mediaType, content);
  }

  private UUID save(
      UUID companyId, UUID runId, String kind, String name, String mediaType, byte[] content) {
    var stored = files.store(content);
    return sql.insertInto(ARTIFACTS)
        .set(ARTIFACTS.COMPANY_ID, companyId)
        .set(ARTIFACTS.TEST_RUN_ID, runId)
        .set(ARTIFACTS.KIND, kind)
        .set(ARTIFACTS.SHA256, stored.sha256())
        .set(ARTIFACTS.MEDIA_TYPE, mediaType)
        .set(ARTIFACTS.SIZE_BYTES, (long) content.length)
        .set(ARTIFACTS.STORAGE_KEY, stored.key())
        .set(ARTIFACTS.METADATA, Json.of(Map.of("name", name)))
        .returning(ARTIFACTS.ID)
        .fetchSingle(ARTIFACTS.ID);
  }

  /** A file as it is served. */
  public record Served(Path file, String mediaType, long size) {
    /** Whether the bytes are still there. */
    public boolean exists() {
      return Files.isRegularFile(file);
    }
  }

  /** Finds an artifact that the caller may see. */
  @Transactional(readOnly = true)
  public Optional<Served> find(UUID id) {
    return sql.select(ARTIFACTS.SHA256, ARTIFACTS.MEDIA_TYPE, ARTIFACTS.SIZE_BYTES)
        .from(ARTIFACTS)
        .where(ARTIFACTS.ID.eq(id))
        .fetchOptional(row -> new Served(files.file(row.value1()), row.value2(), row.value3()));
  }

  /** The same, of one run only. */
  @Transactional(readOnly = true)
  public Optional<Served> ofRun(UUID runId, UUID id) {
    boolean belongs =
        sql.fetchExists(ARTIFACTS, ARTIFACTS.ID.eq(id).and(ARTIFACTS.TEST_RUN_ID.eq(runId)));
    return belongs ? find(id) : Optional.empty();
  }

  /** The same, of what people added to the run. */
  @Transactional(readOnly = true)
  public Optional<Served> uploadOf(UUID runId, UUID id) {
    boolean belongs = sql.fetchExists(ARTIFACTS, ARTIFACTS.ID.eq(id).and(isUploadOf(runId)));
    return belongs ? find(id) : Optional.empty();
  }

  /** How many files people added to a run. */
  @Transactional(readOnly = true)
  public int uploads(UUID runId) {
    return sql.fetchCount(ARTIFACTS, isUploadOf(runId));
  }

  private static Condition isUploadOf(UUID runId) {
    return ARTIFACTS.TEST_RUN_ID.eq(runId).and(ARTIFACTS.KIND.eq(UPLOAD));
  }

  private static String kind(String name, String mediaType) {
    if (!mediaType.startsWith("image/")) {
      return "export";
    }
    return name.startsWith("step") || name.startsWith("page")
        ? "screenshot"
        : "annotated_screenshot";
  }
}
