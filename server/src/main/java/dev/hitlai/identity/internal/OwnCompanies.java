package dev.hitlai.identity.internal;

import static dev.hitlai.identity.internal.jooq.Tables.COMPANIES;
import static dev.hitlai.identity.internal.jooq.Tables.COMPANY_MEMBERS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The companies that a person belongs to: which there are, and how there comes to be another. */
@Component
public class OwnCompanies {
  private static final String STEP = "own companies";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_INDUSTRY = 100;
  private static final int LONGEST_SIZE = 50;

  private final DSLContext sql;
  private final Privileged privileged;
  private final SignUps signUps;
  private final TriesByAddress tries;
  private final Audit audit;

  OwnCompanies(
      DSLContext sql, Privileged privileged, SignUps signUps, TriesByAddress tries, Audit audit) {
    this.sql = sql;
    this.privileged = privileged;
    this.signUps = signUps;
    this.tries = tries;
    this.audit = audit;
  }

  /**
   * @param closedAt when an owner closed it; null while it isn't
   * @param suspended whether nobody works in it, also because it is closed
   * @param current whether the request is about it
   */
  public record Place(
      UUID id,
      String name,
      CompanyRole role,
      @Nullable Instant closedAt,
      boolean suspended,
      boolean current) {}

  /** Open ones first, then by name. */
  public List<Place> of(CurrentUser who) {
    return privileged.step(
        STEP,
        () ->
            sql.select(
                    COMPANIES.ID,
                    COMPANIES.NAME,
                    COMPANY_MEMBERS.ROLE,
                    COMPANIES.CLOSED_AT,
                    COMPANIES.SUSPENDED_AT)
                .from(COMPANY_MEMBERS)
                .join(COMPANIES)
                .on(COMPANIES.ID.eq(COMPANY_MEMBERS.COMPANY_ID))
                .where(COMPANY_MEMBERS.USER_ID.eq(who.userId()))
                .orderBy(COMPANIES.SUSPENDED_AT.isNotNull(), COMPANIES.NAME, COMPANIES.ID)
                .fetch(
                    row ->
                        new Place(
                            row.value1(),
                            row.value2(),
                            CompanyRole.of(row.value3()),
                            row.value4(),
                            row.value5() != null,
                            row.value1().equals(who.companyId()))));
  }

  /**
   * Makes sure that the person can work there.
   *
   * @throws ApiProblem NOT_FOUND when they don't belong to it, CONFLICT when nobody works in it
   */
  public void requireOpen(CurrentUser who, UUID company) {
    var place =
        of(who).stream()
            .filter(one -> one.id().equals(company))
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("You belong to no company of this id."));
    if (place.suspended()) {
      throw ApiProblem.conflict(place.name() + " is closed.");
    }
  }

  /**
   * Founds another company, of which the person is the owner.
   *
   * @return its id
   * @throws ApiProblem when it lacks a name, a text is too long, or too many are founded in an hour
   */
  public UUID found(
      CurrentUser who,
      String name,
      @Nullable String size,
      @Nullable String industry,
      Client client) {
    if (who.type() != UserType.COMPANY) {
      throw ApiProblem.forbidden("This is for people who work for companies.");
    }
    require("companyName", name.strip(), 1, LONGEST_NAME);
    require("companySize", size == null ? "" : size, 0, LONGEST_SIZE);
    require("industry", industry == null ? "" : industry, 0, LONGEST_INDUSTRY);
    tries.signUp(client);
    return privileged.step(
        STEP,
        () -> {
          UUID company = signUps.found(who.userId(), name, size, industry);
          audit.note(who, "company.founded", "company", company);
          return company;
        });
  }

  private static void require(String field, String text, int least, int most) {
    if (text.length() < least || text.length() > most) {
      throw ApiProblem.invalid(field, "must have %d to %d characters".formatted(least, most));
    }
  }
}
