package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.DECISIONS;

import dev.hitlai.models.internal.mind.DecisionCache;
import dev.hitlai.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What models decided on companies' sites; each company's own. */
@Component
public class Decisions {
  private static final Duration KEPT_UNUSED = Duration.ofDays(90);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Books books;
  private final Clock clock;

  Decisions(DSLContext sql, Books books, Clock clock) {
    this.sql = sql;
    this.books = books;
    this.clock = clock;
  }

  public DecisionCache of(UUID company, String site, String mission, String persona) {
    String hash = HexFormat.of().formatHex(Secrets.sha256(mission.strip()));
    return new DecisionCache() {
      @Override
      public Optional<String> find(String place) {
        return books.in(
            () ->
                sql.update(DECISIONS)
                    .set(DECISIONS.HITS, DECISIONS.HITS.plus(1))
                    .set(DECISIONS.LAST_USED_AT, clock.instant())
                    .where(at(place))
                    .returning(DECISIONS.CONTENT)
                    .fetchOptional(row -> row.getContent().data()));
      }

      @Override
      public void keep(String place, String decision, String version) {
        // Read and written anew, so that what is kept is JSON whatever came.
        var content = JSONB.valueOf(JSON.readTree(decision).toString());
        books.run(
            () ->
                sql.insertInto(DECISIONS)
                    .set(DECISIONS.COMPANY_ID, company)
                    .set(DECISIONS.SITE, site)
                    .set(DECISIONS.MISSION_SHA256, hash)
                    .set(DECISIONS.PERSONA, persona)
                    .set(DECISIONS.PLACE, place)
                    .set(DECISIONS.CONTENT, content)
                    .set(DECISIONS.VERSION_KEY, version)
                    .set(DECISIONS.LAST_USED_AT, clock.instant())
                    .onConflict(
                        DECISIONS.COMPANY_ID,
                        DECISIONS.SITE,
                        DECISIONS.MISSION_SHA256,
                        DECISIONS.PERSONA,
                        DECISIONS.PLACE)
                    .doUpdate()
                    .set(DECISIONS.CONTENT, content)
                    .set(DECISIONS.VERSION_KEY, version)
                    .execute());
      }

      @Override
      public void forget(String place) {
        books.run(() -> sql.deleteFrom(DECISIONS).where(at(place)).execute());
      }

      private Condition at(String place) {
        return DECISIONS
            .COMPANY_ID
            .eq(company)
            .and(DECISIONS.SITE.eq(site))
            .and(DECISIONS.MISSION_SHA256.eq(hash))
            .and(DECISIONS.PERSONA.eq(persona))
            .and(DECISIONS.PLACE.eq(place));
      }
    };
  }

  /** Forgets a model's, as when it turns out to be bad. */
  public int forgetOf(String version) {
    return books.in(
        () -> sql.deleteFrom(DECISIONS).where(DECISIONS.VERSION_KEY.eq(version)).execute());
  }

  void sweep() {
    books.run(
        () ->
            sql.deleteFrom(DECISIONS)
                .where(DECISIONS.LAST_USED_AT.lt(clock.instant().minus(KEPT_UNUSED)))
                .execute());
  }
}
