package dev.hitlai.training.internal.data;

import static dev.hitlai.training.internal.jooq.Tables.AI_TRAINING_DATA;
import static dev.hitlai.training.internal.jooq.Tables.TRAINING_IMPORTS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.guard.Guard;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.training.Reward;
import dev.hitlai.training.internal.data.ImportFile.Problem;
import dev.hitlai.training.internal.jooq.tables.records.TrainingImportsRecord;
import dev.hitlai.training.internal.learn.Split;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes corrections from elsewhere in; a person verifies each before anything learns from it. */
@Component
@Transactional
public class Imports {
  private static final int PROBLEMS_KEPT = 200;
  private static final int LARGEST = 16 << 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Clock clock;

  Imports(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A line that was refused. */
  public record Line(int line, String reason) {}

  /** What became of a file. */
  public record Import(
      UUID id,
      String fileName,
      String format,
      int accepted,
      int refused,
      List<Line> problems,
      Instant at) {}

  public Import take(String fileName, String format, byte[] content, @Nullable UUID by) {
    if (fileName.isBlank() || fileName.length() > 300) {
      throw ApiProblem.invalid("file", "must be chosen");
    }
    if (content.length > LARGEST) {
      throw ApiProblem.invalid("file", "must be at most 16 MB");
    }
    if (!List.of("csv", "jsonl", "label_studio").contains(format)) {
      throw ApiProblem.invalid("format", "must be csv, jsonl or label_studio");
    }
    var read = ImportFile.read(content, format);
    var kept = read.problems().stream().limit(PROBLEMS_KEPT).toList();
    var row =
        sql.insertInto(TRAINING_IMPORTS)
            .set(TRAINING_IMPORTS.FILE_NAME, fileName)
            .set(TRAINING_IMPORTS.FORMAT, format)
            .set(TRAINING_IMPORTS.ACCEPTED, read.rows().size())
            .set(TRAINING_IMPORTS.REFUSED, read.problems().size())
            .set(TRAINING_IMPORTS.PROBLEMS, JSONB.valueOf(JSON.writeValueAsString(kept)))
            .set(TRAINING_IMPORTS.IMPORTED_BY, by)
            .set(TRAINING_IMPORTS.CREATED_AT, clock.instant())
            .returning()
            .fetchSingle();
    read.rows().forEach(one -> put(row.getId(), one));
    return of(row);
  }

  private void put(UUID importId, ImportFile.Row row) {
    boolean stands =
        switch (row.verdict()) {
          case APPROVE, SEVERITY_ADJUSTMENT, WORDING_IMPROVEMENT -> true;
          case FALSE_POSITIVE, HALLUCINATION, DUPLICATE, FALSE_NEGATIVE -> false;
        };
    String prompt =
        Guard.redact("Is this a problem for people on a web site?\n" + row.title()).text();
    String said = Guard.redact(row.description() + "\nSeverity: " + row.severity()).text();
    String better = row.rightDescription() == null ? row.description() : row.rightDescription();
    String right =
        stands
            ? Guard.redact(better + "\nSeverity: " + row.severity()).text()
            : Guard.redact("No finding: " + row.reason()).text();
    double clarity = ExampleText.clarity(right);
    var because = new ArrayList<String>();
    because.add("no person verified it");
    TrainingData.gate(because, clarity >= TrainingData.CLEAR, "it is not clear");
    var reward = Reward.of(row.verdict(), 0.5, false);
    sql.insertInto(AI_TRAINING_DATA)
        .set(AI_TRAINING_DATA.IMPORT_ID, importId)
        .set(AI_TRAINING_DATA.SOURCE, "import")
        .set(AI_TRAINING_DATA.SITE, row.site())
        .set(AI_TRAINING_DATA.SPLIT, Split.held(row.site()) ? "evaluation" : "train")
        .set(AI_TRAINING_DATA.PROMPT, prompt)
        .set(AI_TRAINING_DATA.COMPLETION, right)
        .set(AI_TRAINING_DATA.REJECTED, said.equals(right) ? null : said)
        .set(AI_TRAINING_DATA.LABEL, stands ? BigDecimal.ONE : BigDecimal.ZERO)
        .set(AI_TRAINING_DATA.REWARD, reward)
        .set(AI_TRAINING_DATA.SEVERITY, stands ? row.severity() : null)
        // An import has a text and no evidence of its own; whoever verifies it stands for it.
        .set(AI_TRAINING_DATA.COMPLETENESS, BigDecimal.valueOf(TrainingData.COMPLETE))
        .set(AI_TRAINING_DATA.CLARITY, TrainingData.scaled(clarity))
        .set(AI_TRAINING_DATA.EVIDENCE, BigDecimal.valueOf(TrainingData.PROVEN))
        .set(AI_TRAINING_DATA.REPRODUCIBLE, row.verdict() != CorrectionType.HALLUCINATION)
        .set(AI_TRAINING_DATA.INCLUDED, false)
        .set(AI_TRAINING_DATA.EXCLUDED_BECAUSE, because.toArray(String[]::new))
        .set(AI_TRAINING_DATA.CONTENT_HASH, ExampleText.hash(prompt, right))
        .set(AI_TRAINING_DATA.CREATED_AT, clock.instant())
        .execute();
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Import> list(int limit) {
    return sql.selectFrom(TRAINING_IMPORTS)
        .orderBy(TRAINING_IMPORTS.CREATED_AT.desc(), TRAINING_IMPORTS.ID.desc())
        .limit(limit)
        .fetch(Imports::of);
  }

  private static Import of(TrainingImportsRecord row) {
    return new Import(
        row.getId(),
        row.getFileName(),
        row.getFormat(),
        row.getAccepted(),
        row.getRefused(),
        List.of(JSON.readValue(row.getProblems().data(), Problem[].class)).stream()
            .map(one -> new Line(one.line(), one.reason()))
            .toList(),
        row.getCreatedAt());
  }
}
