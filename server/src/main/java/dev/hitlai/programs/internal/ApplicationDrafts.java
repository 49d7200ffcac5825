package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATION_DRAFTS;

import dev.hitlai.platform.Secrets;
import dev.hitlai.programs.Program;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Forms that were begun, found again by the token in the browser's cookie. */
@Component
public class ApplicationDrafts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STEP = "draft of an application";

  private final DSLContext sql;
  private final ProgramSteps platform;
  private final Clock clock;
  private final ProgramSettings settings;

  ApplicationDrafts(DSLContext sql, ProgramSteps platform, Clock clock, ProgramSettings settings) {
    this.sql = sql;
    this.platform = platform;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * @param step the furthest page that was reached, from 1
   */
  public record Draft(int step, Answers answers) {
    public static final Draft NONE = new Draft(1, Answers.NONE);
  }

  /** For how long a draft is kept after it was last written, in seconds: the cookie's age. */
  public long lifetimeSeconds() {
    return settings.draft().toSeconds();
  }

  public Optional<Draft> find(Program program, String token) {
    return token.isEmpty()
        ? Optional.empty()
        : platform.step(
            STEP,
            () ->
                sql.selectFrom(APPLICATION_DRAFTS)
                    .where(APPLICATION_DRAFTS.TOKEN_SHA256.eq(Secrets.sha256(token)))
                    .and(APPLICATION_DRAFTS.PROGRAM.eq(program.code()))
                    .and(APPLICATION_DRAFTS.EXPIRES_AT.gt(clock.instant()))
                    .fetchOptional(row -> new Draft(row.getStep(), read(row.getFields()))));
  }

  public void save(Program program, String token, Draft draft) {
    var expires = clock.instant().plus(settings.draft());
    var fields = JSONB.valueOf(JSON.writeValueAsString(draft.answers().byName()));
    platform.step(
        STEP,
        () ->
            sql.insertInto(APPLICATION_DRAFTS)
                .set(APPLICATION_DRAFTS.PROGRAM, program.code())
                .set(APPLICATION_DRAFTS.TOKEN_SHA256, Secrets.sha256(token))
                .set(APPLICATION_DRAFTS.STEP, draft.step())
                .set(APPLICATION_DRAFTS.FIELDS, fields)
                .set(APPLICATION_DRAFTS.EXPIRES_AT, expires)
                .set(APPLICATION_DRAFTS.CREATED_AT, clock.instant())
                .onConflict(APPLICATION_DRAFTS.TOKEN_SHA256)
                .doUpdate()
                .set(APPLICATION_DRAFTS.STEP, draft.step())
                .set(APPLICATION_DRAFTS.FIELDS, fields)
                .set(APPLICATION_DRAFTS.EXPIRES_AT, expires)
                .execute());
  }

  public void forget(String token) {
    platform.step(
        STEP,
        () ->
            sql.deleteFrom(APPLICATION_DRAFTS)
                .where(APPLICATION_DRAFTS.TOKEN_SHA256.eq(Secrets.sha256(token)))
                .execute());
  }

  /** Drops those that nobody came back to. */
  int sweep() {
    return platform.step(
        STEP,
        () ->
            sql.deleteFrom(APPLICATION_DRAFTS)
                .where(APPLICATION_DRAFTS.EXPIRES_AT.le(clock.instant()))
                .execute());
  }

  private static Answers read(JSONB fields) {
    return new Answers(
        JSON.readValue(fields.data(), new TypeReference<LinkedHashMap<String, String>>() {}));
  }

  /** Of an address, as part of the erasure of its person. */
  static void forgetAddress(DSLContext sql, String email) {
    sql.deleteFrom(APPLICATION_DRAFTS)
        .where(
            org.jooq
                .impl
                .DSL
                .lower(
                    org.jooq.impl.DSL.jsonbGetAttributeAsText(APPLICATION_DRAFTS.FIELDS, "email"))
                .eq(email.toLowerCase(java.util.Locale.ROOT)))
        .execute();
  }

  /** Nothing but text is kept of what a form sent. */
  public static Map<String, String> entered(Program program, int step, Map<String, String> sent) {
    var entered = new LinkedHashMap<String, String>();
    for (Question question : Questions.of(program, step)) {
      String text = sent.getOrDefault(question.name(), "").replace("\0", "");
      entered.put(
          question.name(), text.substring(0, Math.min(text.length(), 2 * question.longest())));
    }
    return entered;
  }
}
