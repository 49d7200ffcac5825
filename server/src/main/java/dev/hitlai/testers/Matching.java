package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.HUMAN_TESTERS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.when;

import dev.hitlai.testers.internal.jooq.tables.records.HumanTestersRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds people for a test: of those who fit, who waited longest comes first, so that nobody
 * starves. Newcomers count from the day they joined; among them, and whenever two waited equally
 * long, the better rated comes first. The same roster always gives the same answer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Matching {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PAGE = 500;

  /** An offer moves a person to the end of the queue; until the first, only the day counts. */
  private static final Field<Instant> WAITING_SINCE =
      when(
              HUMAN_TESTERS.WAITING_SINCE.eq(HUMAN_TESTERS.CREATED_AT),
              field("date_trunc('day', {0}, 'UTC')", Instant.class, HUMAN_TESTERS.WAITING_SINCE))
          .otherwise(HUMAN_TESTERS.WAITING_SINCE);

  private final DSLContext sql;
  private final Clock clock;

  Matching(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What is looked for.
   *
   * @param excluded testers who may not be asked
   * @param open how many offers and tests a tester has at the moment; nothing means none
   * @param expertsOnly whether only experts are asked
   * @param count how many people
   */
  public record Search(
      TesterRequirements requirements,
      Set<UUID> excluded,
      Map<UUID, Integer> open,
      boolean expertsOnly,
      int count) {}

  /** A person to ask. */
  public record Candidate(UUID testerId, UUID userId, String displayName) {}

  /** At most as many as are looked for, in the order in which they are to be asked. */
  public List<Candidate> find(Search search) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var found = new ArrayList<Candidate>();
    for (int offset = 0; found.size() < search.count(); offset += PAGE) {
      var rows = page(search.expertsOnly(), offset);
      rows.stream()
          .filter(row -> fits(search, row, today))
          .limit(search.count() - (long) found.size())
          .map(row -> new Candidate(row.getId(), row.getUserId(), row.getDisplayName()))
          .forEach(found::add);
      if (rows.size() < PAGE) {
        break;
      }
    }
    return found;
  }

  private List<HumanTestersRecord> page(boolean expertsOnly, int offset) {
    return sql.selectFrom(HUMAN_TESTERS)
        .where(HUMAN_TESTERS.IS_ACTIVE)
        .and(HUMAN_TESTERS.TESTER_CATEGORY.eq("human"))
        .and(HUMAN_TESTERS.USER_ID.isNotNull())
        .and(expertsOnly ? HUMAN_TESTERS.IS_EXPERT.isTrue() : org.jooq.impl.DSL.trueCondition())
        .orderBy(WAITING_SINCE, HUMAN_TESTERS.AVERAGE_RATING.desc().nullsLast(), HUMAN_TESTERS.ID)
        .limit(PAGE)
        .offset(offset)
        .fetch();
  }

  private static boolean fits(Search search, HumanTestersRecord row, LocalDate today) {
    return !search.excluded().contains(row.getId())
        && JSON.readValue(row.getAvailability().data(), Availability.class)
            .allows(today, search.open().getOrDefault(row.getId(), 0))
        && Fit.fits(search.requirements(), person(row));
  }

  private static Fit.Person person(HumanTestersRecord row) {
    var devices =
        Stream.concat(Stream.of(row.getDevices()), Stream.ofNullable(row.getPrimaryDevice()))
            .toList();
    return new Fit.Person(
        row.getAge(),
        row.getGender(),
        row.getLocationCountry(),
        row.getTechLiteracy(),
        List.of(row.getLanguages()),
        devices,
        row.getIsVerified());
  }
}
