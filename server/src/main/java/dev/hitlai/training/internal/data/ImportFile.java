package dev.hitlai.training.internal.data;

import dev.hitlai.testing.CorrectionType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Corrections from elsewhere: a table (CSV), one JSON object a line, or an export of Label Studio.
 * Each line that can't be taken is named with the reason; the others are.
 */
final class ImportFile {
  static final Set<String> COLUMNS =
      Set.of("site", "title", "description", "severity", "verdict", "reason", "right_description");
  private static final Set<String> NEEDED = Set.of("site", "title", "description", "verdict");
  private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");
  private static final int LONGEST = 20_000;
  private static final int MOST = 100_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private ImportFile() {}

  /** What is wrong with a line; line 0 is the whole file. */
  record Problem(int line, String reason) {}

  /** A correction. */
  record Row(
      int line,
      String site,
      String title,
      String description,
      String severity,
      CorrectionType verdict,
      String reason,
      @Nullable String rightDescription) {}

  /** What a file holds. */
  record Read(List<Row> rows, List<Problem> problems) {}

  /** The line can't be taken. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    Refused(int line, String reason) {
      super(reason, null, false, false);
      this.line = line;
    }

    Problem problem() {
      return new Problem(line, String.valueOf(getMessage()));
    }
  }

  static Read read(byte[] content, String format) {
    var rows = new ArrayList<Row>();
    var problems = new ArrayList<Problem>();
    try {
      String text = text(content);
      switch (format) {
        case "csv" -> csv(text, rows, problems);
        case "jsonl" -> lines(text, rows, problems);
        case "label_studio" -> labelStudio(text, rows, problems);
        default -> throw new Refused(0, "The format must be csv, jsonl or label_studio.");
      }
    } catch (Refused whole) {
      problems.add(whole.problem());
    }
    return new Read(withoutDoubles(rows, problems), problems);
  }

  private static List<Row> withoutDoubles(List<Row> rows, List<Problem> problems) {
    var seen = new HashMap<String, Integer>();
    var kept = new ArrayList<Row>();
    for (var row : rows) {
      String key = row.site() + "\n" + row.title() + "\n" + row.description();
      var first = seen.putIfAbsent(key, row.line());
      if (first == null) {
        kept.add(row);
      } else {
        problems.add(new Problem(row.line(), "The same finding is on line " + first + "."));
      }
    }
    return kept;
  }

  private static String text(byte[] content) {
    if (content.length == 0) {
      throw new Refused(0, "The file is empty.");
    }
    if (content.length > 1 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b) {
      throw new Refused(0, "The file is packed; unpack it first.");
    }
    if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
      throw new Refused(0, "The file is an archive or a spreadsheet; save it as CSV.");
    }
    if (content.length > 1
        && ((content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe
            || (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff)) {
      throw new Refused(0, "The file is written in UTF-16; save it in UTF-8.");
    }
    CharBuffer text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      throw new Refused(0, "The file is not written in UTF-8.");
    }
    String read = text.toString();
    read = read.startsWith("\ufeff") ? read.substring(1) : read;
    if (read.isBlank()) {
      throw new Refused(0, "The file has no line with anything on it.");
    }
    return read;
  }

  private static void csv(String text, List<Row> rows, List<Problem> problems) {
    var reader = new CsvReader(text);
    var header = record(reader);
    if (header == null) {
      throw new Refused(1, "The first line must name the columns.");
    }
    var columns = columns(header);
    while (true) {
      int line = reader.line();
      try {
        var values = record(reader);
        if (values == null) {
          return;
        }
        if (values.size() == 1 && values.getFirst().isBlank()) {
          continue;
        }
        if (values.size() != columns.size()) {
          throw new Refused(
              line,
              "It has %d values where the first line names %d columns."
                  .formatted(values.size(), columns.size()));
        }
        var fields = new HashMap<String, String>();
        for (int i = 0; i < values.size(); i++) {
          fields.put(columns.get(i), values.get(i));
        }
        add(rows, row(line, fields));
      } catch (Refused refused) {
        problems.add(refused.problem());
        if (refused.line < 0 || reader.broken()) {
          return;
        }
      }
    }
  }

  private static @Nullable List<String> record(CsvReader reader) {
    int line = reader.line();
    try {
      return reader.next();
    } catch (CsvReader.Malformed malformed) {
      throw new Refused(line, String.valueOf(malformed.getMessage()));
    }
  }

  private static List<String> columns(List<String> header) {
    var names = header.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    if (names.size() == 1
        && (header.getFirst().contains(";") || header.getFirst().contains("\t"))) {
      throw new Refused(1, "Columns are parted by something else than commas.");
    }
    for (String name : names) {
      if (name.isEmpty()) {
        throw new Refused(1, "A column has no name.");
      }
      if (!COLUMNS.contains(name)) {
        throw new Refused(1, "“%s” is no column that is known.".formatted(name));
      }
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new Refused(1, "A column is named twice.");
    }
    for (String needed : NEEDED.stream().sorted().toList()) {
      if (!names.contains(needed)) {
        throw new Refused(1, "The column “%s” is missing.".formatted(needed));
      }
    }
    return names;
  }

  private static void lines(String text, List<Row> rows, List<Problem> problems) {
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      try {
        add(rows, row(i + 1, fields(i + 1, parse(i + 1, lines[i]))));
      } catch (Refused refused) {
        problems.add(refused.problem());
      }
    }
  }

  private static JsonNode parse(int line, String text) {
    try {
      return JSON.reader()
          .with(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .readTree(text);
    } catch (JacksonException e) {
      String why = String.valueOf(e.getOriginalMessage());
      throw new Refused(
          line,
          why.contains("Duplicate")
              ? "A member is named twice."
              : "It is no JSON: " + why.lines().findFirst().orElse(""));
    }
  }

  private static Map<String, String> fields(int line, JsonNode node) {
    if (!node.isObject()) {
      throw new Refused(line, "It must be one JSON object.");
    }
    var fields = new HashMap<String, String>();
    for (var member : node.properties()) {
      if (!COLUMNS.contains(member.getKey())) {
        throw new Refused(line, "“%s” is no member that is known.".formatted(member.getKey()));
      }
      if (!member.getValue().isNull()) {
        if (!member.getValue().isString()) {
          throw new Refused(line, "“%s” must be a text.".formatted(member.getKey()));
        }
        fields.put(member.getKey(), member.getValue().asString());
      }
    }
    return fields;
  }

  /** Tasks with {@code data} and {@code annotations[].result[].value.choices}. */
  private static void labelStudio(String text, List<Row> rows, List<Problem> problems) {
    var tasks = parse(1, text);
    if (!tasks.isArray()) {
      throw new Refused(1, "An export of Label Studio is a JSON array of tasks.");
    }
    int number = 0;
    for (var task : tasks) {
      number++;
      try {
        if (!task.isObject() || !task.path("data").isObject()) {
          throw new Refused(number, "The task has no “data”.");
        }
        var fields = new HashMap<String, String>();
        for (var member : task.path("data").properties()) {
          if (COLUMNS.contains(member.getKey()) && member.getValue().isString()) {
            fields.put(member.getKey(), member.getValue().asString());
          }
        }
        var annotations = task.path("annotations");
        if (!annotations.isArray() || annotations.isEmpty()) {
          throw new Refused(number, "The task has no annotation.");
        }
        annotation(number, annotations.get(annotations.size() - 1), fields);
        add(rows, row(number, fields));
      } catch (Refused refused) {
        problems.add(refused.problem());
      }
    }
  }

  private static void annotation(int number, JsonNode annotation, Map<String, String> fields) {
    if (annotation.path("was_cancelled").asBoolean(false)) {
      throw new Refused(number, "The annotation was cancelled.");
    }
    for (var result : annotation.path("result")) {
      var value = result.path("value");
      var choices = value.path("choices");
      if (choices.isArray() && choices.size() > 1) {
        throw new Refused(number, "The annotation chooses more than one verdict.");
      }
      String name = result.path("from_name").asString("");
      if (choices.isArray() && !choices.isEmpty()) {
        fields.put(name.equals("severity") ? "severity" : "verdict", choices.get(0).asString(""));
      } else if (value.path("text").isArray() && !value.path("text").isEmpty()) {
        fields.put("reason", value.path("text").get(0).asString(""));
      }
    }
    if (!fields.containsKey("verdict")) {
      throw new Refused(number, "The annotation chooses no verdict.");
    }
  }

  private static void add(List<Row> rows, Row row) {
    if (rows.size() == MOST) {
      throw new Refused(row.line(), "A file may hold 100,000 corrections.");
    }
    rows.add(row);
  }

  private static Row row(int line, Map<String, String> fields) {
    for (var field : fields.entrySet()) {
      if (field.getValue().length() > LONGEST) {
        throw new Refused(line, "“%s” is longer than 20,000 characters.".formatted(field.getKey()));
      }
      if (field.getValue().chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        throw new Refused(line, "“%s” holds a control character.".formatted(field.getKey()));
      }
    }
    for (String needed : NEEDED.stream().sorted().toList()) {
      if (fields.getOrDefault(needed, "").isBlank()) {
        throw new Refused(line, "“%s” is missing.".formatted(needed));
      }
    }
    String site = fields.getOrDefault("site", "").strip().toLowerCase(Locale.ROOT);
    if (!site.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")) {
      throw new Refused(line, "“site” must be a host such as shop.example.");
    }
    String title = fields.getOrDefault("title", "").strip();
    if (title.length() > 500) {
      throw new Refused(line, "“title” is longer than 500 characters.");
    }
    String description = fields.getOrDefault("description", "").strip();
    if (description.length() < 10) {
      throw new Refused(line, "“description” says too little: at least 10 characters.");
    }
    String graded = fields.getOrDefault("severity", "").strip().toLowerCase(Locale.ROOT);
    String severity = graded.isEmpty() ? "medium" : graded;
    if (!SEVERITIES.contains(severity)) {
      throw new Refused(line, "“severity” must be low, medium, high or critical.");
    }
    var verdict = verdict(line, fields.getOrDefault("verdict", "").strip());
    String reason = fields.getOrDefault("reason", "").strip();
    String better = fields.get("right_description");
    boolean rejects =
        verdict == CorrectionType.FALSE_POSITIVE || verdict == CorrectionType.HALLUCINATION;
    if (rejects && reason.isEmpty()) {
      throw new Refused(line, "A rejection needs a “reason”.");
    }
    if (verdict == CorrectionType.WORDING_IMPROVEMENT && (better == null || better.isBlank())) {
      throw new Refused(line, "Better words need “right_description”.");
    }
    return new Row(line, site, title, description, severity, verdict, reason, better);
  }

  private static CorrectionType verdict(int line, String word) {
    try {
      var verdict = CorrectionType.of(word.replace(' ', '_'));
      if (verdict == CorrectionType.FALSE_NEGATIVE) {
        throw new Refused(line, "What an AI missed is no verdict on a finding.");
      }
      return verdict;
    } catch (IllegalArgumentException unknown) {
      throw new Refused(line, "“%s” is no verdict.".formatted(word));
    }
  }
}
