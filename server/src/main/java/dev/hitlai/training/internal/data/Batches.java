package dev.hitlai.training.internal.data;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_TRAINING_DATA;
import static dev.hitlai.training.internal.jooq.Tables.BATCH_EXAMPLES;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;
import static dev.hitlai.training.internal.jooq.Tables.TRAINING_BATCHES;

import dev.hitlai.aitester.mind.scent.Embeddings;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.training.internal.jooq.tables.records.AiTrainingDataRecord;
import dev.hitlai.training.internal.jooq.tables.records.TrainingBatchesRecord;
import dev.hitlai.training.internal.similar.VectorIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples that were put together: none too like another, no site on both sides. A batch stays what
 * it is, but for what is erased; its files are the same bytes each time.
 */
@Component
@Transactional
public class Batches {
  /** What tuning services ask for at least. */
  static final int LEAST = 10;

  static final long LARGEST = 512L << 20;

  /** Answers whose meanings are closer than this say the same. */
  private static final double SAME = 0.985;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Clock clock;

  Batches(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A batch.
   *
   * @param card counts, consent and hashes, by name
   */
  public record Batch(
      UUID id,
      String name,
      int examples,
      int training,
      int evaluation,
      String hash,
      Map<String, Object> card,
      Instant at) {}

  /**
   * As the platform.
   *
   * @param minQuality least mean of completeness, clarity and evidence, 0 to 100
   * @throws ApiProblem when fewer than ten examples pass
   */
  public Batch make(String name, double minQuality, boolean verifiedOnly, @Nullable UUID by) {
    if (name.isBlank() || name.length() > 200) {
      throw ApiProblem.invalid("name", "must have 1 to 200 characters");
    }
    if (!(minQuality >= 0 && minQuality <= 100)) {
      throw ApiProblem.invalid("minQuality", "must be 0 to 100");
    }
    var candidates =
        sql
            .selectFrom(AI_TRAINING_DATA)
            .where(AI_TRAINING_DATA.INCLUDED)
            .orderBy(AI_TRAINING_DATA.CREATED_AT, AI_TRAINING_DATA.ID)
            .fetch()
            .stream()
            .filter(row -> !verifiedOnly || row.getHumanVerified())
            .filter(row -> quality(row) >= minQuality)
            .toList();
    var kept = withoutLikes(candidates);
    if (kept.size() < LEAST) {
      throw new ApiProblem(
          ErrorCode.INSUFFICIENT_DATA,
          "%d examples are good enough and unlike each other; %d are needed."
              .formatted(kept.size(), LEAST),
          Map.of("required", LEAST, "available", kept.size()));
    }
    int training = (int) kept.stream().filter(row -> row.getSplit().equals("train")).count();
    var card = card(candidates, kept, training, minQuality, verifiedOnly);
    var row =
        sql.insertInto(TRAINING_BATCHES)
            .set(TRAINING_BATCHES.NAME, name.strip())
            .set(TRAINING_BATCHES.MIN_QUALITY, BigDecimal.valueOf(minQuality))
            .set(TRAINING_BATCHES.VERIFIED_ONLY, verifiedOnly)
            .set(TRAINING_BATCHES.EXAMPLES, kept.size())
            .set(TRAINING_BATCHES.TRAINING_EXAMPLES, training)
            .set(TRAINING_BATCHES.EVALUATION_EXAMPLES, kept.size() - training)
            .set(TRAINING_BATCHES.DATA_HASH, hash(kept))
            .set(TRAINING_BATCHES.CARD, JSONB.valueOf(JSON.writeValueAsString(card)))
            .set(TRAINING_BATCHES.CREATED_BY, by)
            .set(TRAINING_BATCHES.CREATED_AT, clock.instant())
            .returning()
            .fetchSingle();
    sql.batch(
            kept.stream()
                .map(
                    one ->
                        sql.insertInto(BATCH_EXAMPLES)
                            .set(BATCH_EXAMPLES.BATCH_ID, row.getId())
                            .set(BATCH_EXAMPLES.EXAMPLE_ID, one.getId())
                            .set(BATCH_EXAMPLES.COMPANY_ID, one.getCompanyId())
                            .set(BATCH_EXAMPLES.CREATED_AT, clock.instant()))
                .toList())
        .execute();
    markUsed(row.getId());
    return read(row);
  }

  private void markUsed(UUID batch) {
    sql.update(HUMAN_CORRECTIONS)
        .set(HUMAN_CORRECTIONS.USED_FOR_TRAINING, true)
        .set(HUMAN_CORRECTIONS.TRAINING_BATCH_ID, batch)
        .where(
            HUMAN_CORRECTIONS.ISSUE_ID.in(
                sql.select(AI_OUTPUTS.ISSUE_ID)
                    .from(BATCH_EXAMPLES)
                    .join(AI_TRAINING_DATA)
                    .on(AI_TRAINING_DATA.ID.eq(BATCH_EXAMPLES.EXAMPLE_ID))
                    .join(AI_OUTPUTS)
                    .on(AI_OUTPUTS.ID.eq(AI_TRAINING_DATA.OUTPUT_ID))
                    .where(BATCH_EXAMPLES.BATCH_ID.eq(batch))))
        .execute();
  }

  private static double quality(AiTrainingDataRecord row) {
    return (row.getCompleteness().doubleValue()
            + row.getClarity().doubleValue()
            + row.getEvidence().doubleValue())
        / 3;
  }

  /** Of those that say almost the same the first stays. */
  private static List<AiTrainingDataRecord> withoutLikes(List<AiTrainingDataRecord> rows) {
    var index = new VectorIndex(384, 1);
    var kept = new ArrayList<AiTrainingDataRecord>();
    for (var row : rows) {
      float[] meaning = Embeddings.shared().of(row.getCompletion());
      var nearest = index.nearest(meaning, 1);
      boolean like =
          !nearest.isEmpty()
              && nearest.getFirst().similarity() >= SAME
              && (row.getPrompt().equals(kept.get(nearest.getFirst().id()).getPrompt())
                  || !row.getSplit().equals(kept.get(nearest.getFirst().id()).getSplit()));
      if (!like) {
        index.add(meaning);
        kept.add(row);
      }
    }
    return kept;
  }

  private static Map<String, Object> card(
      List<AiTrainingDataRecord> candidates,
      List<AiTrainingDataRecord> kept,
      int training,
      double minQuality,
      boolean verifiedOnly) {
    var card = new LinkedHashMap<String, Object>();
    card.put("candidates", candidates.size());
    card.put("too like another", candidates.size() - kept.size());
    card.put("training examples", training);
    card.put("evaluation examples", kept.size() - training);
    card.put("sites", kept.stream().map(AiTrainingDataRecord::getSite).distinct().count());
    card.put(
        "companies, all of which agreed",
        kept.stream().map(AiTrainingDataRecord::getCompanyId).distinct().count());
    card.put("verified by a person", kept.stream().filter(r -> r.getHumanVerified()).count());
    card.put(
        "personal data and secrets removed", kept.stream().mapToInt(r -> r.getRedactions()).sum());
    card.put(
        "with a better answer than the AI's",
        kept.stream().filter(r -> r.getRejected() != null).count());
    card.put("least quality", minQuality);
    card.put("verified only", verifiedOnly);
    return card;
  }

  private static String hash(List<AiTrainingDataRecord> rows) {
    var digest = digest();
    for (var row : rows) {
      digest.update((row.getId() + row.getContentHash()).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Batch> list(int limit) {
    return sql.selectFrom(TRAINING_BATCHES)
        .orderBy(TRAINING_BATCHES.CREATED_AT.desc(), TRAINING_BATCHES.ID.desc())
        .limit(limit)
        .fetch(Batches::read);
  }

  @Transactional(readOnly = true)
  public Optional<Batch> find(UUID id) {
    return sql.selectFrom(TRAINING_BATCHES)
        .where(TRAINING_BATCHES.ID.eq(id))
        .fetchOptional(Batches::read);
  }

  /**
   * A file as it will be.
   *
   * @param problem why nobody would take it; null when it is fine
   */
  public record File(int lines, long bytes, String sha256, @Nullable String problem) {}

  /** Writes the file to nowhere and says what it would be. */
  @Transactional(readOnly = true)
  public File check(UUID batch, ExportFormat format, String split) {
    var digest = digest();
    long[] bytes = {0};
    try (var out =
        new DigestOutputStream(
            new OutputStream() {
              @Override
              public void write(int one) {
                bytes[0]++;
              }

              @Override
              public void write(byte[] some, int from, int length) {
                bytes[0] += length;
              }
            },
            digest)) {
      int lines = write(batch, format, split, out);
      String problem =
          lines < LEAST
              ? "It has %d lines; %d are needed.".formatted(lines, LEAST)
              : bytes[0] > LARGEST ? "It is larger than 512 MB." : null;
      return new File(lines, bytes[0], HexFormat.of().formatHex(digest.digest()), problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Streams the file: the same bytes each time, in the order in which examples came.
   *
   * @param split train or evaluation
   * @return lines written
   */
  @Transactional(readOnly = true)
  public int write(UUID batch, ExportFormat format, String split, OutputStream out)
      throws IOException {
    int lines = 0;
    try (var rows =
        sql.select(
                AI_TRAINING_DATA.PROMPT,
                AI_TRAINING_DATA.COMPLETION,
                AI_TRAINING_DATA.REJECTED,
                AI_TRAINING_DATA.LABEL,
                AI_TRAINING_DATA.REWARD)
            .from(BATCH_EXAMPLES)
            .join(AI_TRAINING_DATA)
            .on(AI_TRAINING_DATA.ID.eq(BATCH_EXAMPLES.EXAMPLE_ID))
            .where(BATCH_EXAMPLES.BATCH_ID.eq(batch))
            .and(AI_TRAINING_DATA.SPLIT.eq(split))
            .orderBy(AI_TRAINING_DATA.CREATED_AT, AI_TRAINING_DATA.ID)
            .fetchSize(500)
            .fetchLazy()) {
      for (var row : rows) {
        var line =
            format.line(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4() == null ? 1 : row.value4().doubleValue(),
                row.value5() == null ? 0 : row.value5().doubleValue());
        if (line.isPresent()) {
          out.write(JSON.writeValueAsBytes(line.get()));
          out.write('\n');
          lines++;
        }
      }
    }
    return lines;
  }

  @SuppressWarnings("unchecked")
  private static Batch read(TrainingBatchesRecord row) {
    return new Batch(
        row.getId(),
        row.getName(),
        row.getExamples(),
        row.getTrainingExamples(),
        row.getEvaluationExamples(),
        row.getDataHash(),
        JSON.readValue(row.getCard().data(), LinkedHashMap.class),
        row.getCreatedAt());
  }
}
