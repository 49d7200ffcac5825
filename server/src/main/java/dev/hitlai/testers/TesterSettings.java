package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;

import dev.hitlai.api.ApiProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What testers say of themselves and of the work they want; who is asked for a test goes by it. */
@Component
public class TesterSettings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_WORDS = 20;

  private final DSLContext sql;

  TesterSettings(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param techLiteracy low, medium or high
   * @param languages codes such as en
   * @param devices words such as phone
   * @param active whether offers are wanted at all
   * @param onLeaderboard whether others see the tester's name and figures
   */
  public record Values(
      String techLiteracy,
      List<String> languages,
      List<String> devices,
      boolean active,
      Availability availability,
      boolean onLeaderboard) {
    public Values {
      languages = cleaned(languages);
      devices = cleaned(devices);
    }
  }

  @Transactional(readOnly = true)
  public Values of(UUID testerId) {
    return sql.selectFrom(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .fetchOptional(
            row ->
                new Values(
                    row.getTechLiteracy(),
                    List.of(row.getLanguages()),
                    devices(row.getDevices(), row.getPrimaryDevice()),
                    row.getIsActive(),
                    JSON.readValue(row.getAvailability().data(), Availability.class),
                    row.getOnLeaderboard()))
        .orElseThrow(() -> ApiProblem.notFound("You aren't on the roster."));
  }

  /**
   * @throws ApiProblem with a sentence for each field that is wrong
   */
  @Transactional
  public void change(UUID testerId, Values values) {
    var problems = new LinkedHashMap<String, String>();
    if (!Set.of("low", "medium", "high").contains(values.techLiteracy())) {
      problems.put("techLiteracy", "must be low, medium or high");
    }
    if (tooMany(values.languages())) {
      problems.put("languages", "must be at most 20 short codes");
    }
    if (tooMany(values.devices())) {
      problems.put("devices", "must be at most 20 short words");
    }
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    sql.update(HUMAN_TESTERS)
        .set(HUMAN_TESTERS.TECH_LITERACY, values.techLiteracy())
        .set(HUMAN_TESTERS.LANGUAGES, values.languages().toArray(String[]::new))
        .set(HUMAN_TESTERS.DEVICES, values.devices().toArray(String[]::new))
        .set(HUMAN_TESTERS.IS_ACTIVE, values.active())
        .set(
            HUMAN_TESTERS.AVAILABILITY,
            JSONB.valueOf(JSON.writeValueAsString(values.availability())))
        .set(HUMAN_TESTERS.ON_LEADERBOARD, values.onLeaderboard())
        .where(HUMAN_TESTERS.ID.eq(testerId))
        .execute();
  }

  private static List<String> devices(String[] devices, @Nullable String primary) {
    return devices.length == 0 && primary != null ? List.of(primary) : List.of(devices);
  }

  private static boolean tooMany(List<String> words) {
    return words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > 50);
  }

  private static List<String> cleaned(List<String> words) {
    return words.stream()
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
