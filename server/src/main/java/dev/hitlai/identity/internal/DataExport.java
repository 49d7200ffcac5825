package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.Limit;
import dev.hitlai.api.RateLimits;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.PersonalRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that we know of a person, for that person: a ZIP of JSON files. */
@Component
public class DataExport {
  private static final Limit OFTEN_ENOUGH = Limit.perHour(10);

  private final Privileged privileged;
  private final ObjectProvider<PersonalRecords> records;
  private final RateLimits limits;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  DataExport(
      Privileged privileged,
      ObjectProvider<PersonalRecords> records,
      RateLimits limits,
      Audit audit,
      JsonMapper json,
      Clock clock) {
    this.privileged = privileged;
    this.records = records;
    this.limits = limits;
    this.audit = audit;
    this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    this.clock = clock;
  }

  /**
   * The bytes of the ZIP.
   *
   * @throws dev.hitlai.api.ApiProblem RATE_LIMIT_EXCEEDED after ten in an hour
   */
  public byte[] of(CurrentUser who) {
    limits.require("export|" + who.userId(), OFTEN_ENOUGH);
    var files =
        privileged.step(
            "export",
            () -> {
              var all = new TreeMap<String, List<Map<String, Object>>>();
              records.orderedStream().forEach(module -> all.putAll(module.of(who.userId())));
              audit.note(who, "user.data_exported", "user", who.userId());
              return all;
            });
    return zip(who, files);
  }

  private byte[] zip(CurrentUser who, Map<String, List<Map<String, Object>>> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, UTF_8)) {
      add(zip, "README.txt", readme(who, files).getBytes(UTF_8));
      for (var file : files.entrySet()) {
        add(zip, file.getKey() + ".json", json.writeValueAsBytes(file.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String readme(CurrentUser who, Map<String, List<Map<String, Object>>> files) {
    var text = new StringBuilder();
    text.append("What HitlAI knows of %s, on %s.\n".formatted(who.email(), clock.instant()));
    text.append("Passwords, tokens and other secrets are kept as hashes only and left out.\n\n");
    files.forEach(
        (name, rows) -> text.append("%s.json: %d entries\n".formatted(name, rows.size())));
    return text.toString();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
