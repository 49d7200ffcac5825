package dev.hitlai.unlock.internal.relations;

import static dev.hitlai.unlock.internal.jooq.Tables.ROADMAP_ITEMS;
import static dev.hitlai.unlock.internal.jooq.Tables.ROADMAP_VOTES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we may build next, and which partners want it. */
@Component
public class Roadmap {
  public static final List<String> STATUSES =
      List.of("considered", "planned", "in_progress", "shipped", "dropped");

  private final DSLContext sql;

  Roadmap(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param votes of all partners
   * @param mine whether the company that asks voted for it
   */
  public record Item(
      UUID id, String title, String description, String status, long votes, boolean mine) {
    /** Votes count while something can still be decided. */
    public boolean votable() {
      return status.equals("considered") || status.equals("planned");
    }
  }

  /** The most wanted first. */
  @Transactional(readOnly = true)
  public List<Item> items(@Nullable UUID companyId) {
    var votes = DSL.field("unlock.roadmap_votes_of({0})", Long.class, ROADMAP_ITEMS.ID);
    var mine =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(ROADMAP_VOTES)
                    .where(ROADMAP_VOTES.ROADMAP_ITEM_ID.eq(ROADMAP_ITEMS.ID))
                    .and(ROADMAP_VOTES.COMPANY_ID.eq(companyId))));
    return sql.select(
            ROADMAP_ITEMS.ID,
            ROADMAP_ITEMS.TITLE,
            ROADMAP_ITEMS.DESCRIPTION,
            ROADMAP_ITEMS.STATUS,
            votes,
            mine)
        .from(ROADMAP_ITEMS)
        .orderBy(votes.desc(), ROADMAP_ITEMS.CREATED_AT)
        .fetch(
            row ->
                new Item(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    Boolean.TRUE.equals(row.value6())));
  }

  /** Votes, or takes the vote back. */
  @Transactional
  public void vote(CurrentUser by, UUID itemId, boolean wanted) {
    UUID company = by.requireCompany();
    var item =
        items(company).stream()
            .filter(one -> one.id().equals(itemId))
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("No item of the roadmap has this id."));
    if (!item.votable()) {
      throw ApiProblem.conflict("It is decided already; votes count before that.");
    }
    if (wanted) {
      sql.insertInto(ROADMAP_VOTES)
          .set(ROADMAP_VOTES.COMPANY_ID, company)
          .set(ROADMAP_VOTES.ROADMAP_ITEM_ID, itemId)
          .set(ROADMAP_VOTES.VOTED_BY, by.userId())
          .onConflictDoNothing()
          .execute();
    } else {
      sql.deleteFrom(ROADMAP_VOTES)
          .where(ROADMAP_VOTES.COMPANY_ID.eq(company))
          .and(ROADMAP_VOTES.ROADMAP_ITEM_ID.eq(itemId))
          .execute();
    }
  }

  @Transactional
  public void add(CurrentUser by, String title, String description) {
    if (title.isBlank() || title.strip().length() > 200) {
      throw ApiProblem.invalid("title", "must have 1 to 200 characters");
    }
    if (description.strip().length() > 2000) {
      throw ApiProblem.invalid("description", "must have at most 2,000 characters");
    }
    sql.insertInto(ROADMAP_ITEMS)
        .set(ROADMAP_ITEMS.TITLE, title.strip())
        .set(ROADMAP_ITEMS.DESCRIPTION, description.strip())
        .set(ROADMAP_ITEMS.CREATED_BY, by.userId())
        .execute();
  }

  @Transactional
  public void move(UUID itemId, String status) {
    if (!STATUSES.contains(status)) {
      throw ApiProblem.invalid("status", "must be one of " + String.join(", ", STATUSES));
    }
    int moved =
        sql.update(ROADMAP_ITEMS)
            .set(ROADMAP_ITEMS.STATUS, status)
            .where(ROADMAP_ITEMS.ID.eq(itemId))
            .execute();
    if (moved == 0) {
      throw ApiProblem.notFound("No item of the roadmap has this id.");
    }
  }
}
