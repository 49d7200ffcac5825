package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.AGI_CAPABILITY_MILESTONES;
import static dev.hitlai.safety.internal.jooq.Tables.AGI_SAFETY_DECISIONS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_MEMBERS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_REVIEWS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_VOTES;

import dev.hitlai.identity.Users;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the board was asked, how its members voted and what was decided. */
@Component
public class BoardRecords {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Users users;

  BoardRecords(DSLContext sql, Users users) {
    this.sql = sql;
    this.users = users;
  }

  /** A vote with its reasons. */
  public record Vote(String member, String vote, String reasons, @Nullable String condition) {}

  /**
   * A level that somebody asked for.
   *
   * @param status open, approved, conditional, rejected or withdrawn
   */
  public record Review(
      UUID id,
      int level,
      String status,
      List<Checklist.Item> checklist,
      List<Vote> votes,
      Instant askedAt,
      @Nullable Instant decidedAt) {
    public boolean open() {
      return status.equals("open");
    }
  }

  /** A decision. */
  public record Decision(
      UUID id,
      String type,
      String decision,
      String reasoning,
      List<String> conditions,
      boolean unanimous,
      @Nullable LocalDate reviewBy,
      Instant at) {}

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Review> reviews(int limit) {
    return sql.select(BOARD_REVIEWS.asterisk(), AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL)
        .from(BOARD_REVIEWS)
        .join(AGI_CAPABILITY_MILESTONES)
        .on(AGI_CAPABILITY_MILESTONES.ID.eq(BOARD_REVIEWS.MILESTONE_ID))
        .orderBy(BOARD_REVIEWS.CREATED_AT.desc(), BOARD_REVIEWS.ID.desc())
        .limit(limit)
        .fetch(
            row -> {
              var one = row.into(BOARD_REVIEWS);
              return new Review(
                  one.getId(),
                  row.get(AGI_CAPABILITY_MILESTONES.CAPABILITY_LEVEL),
                  one.getStatus(),
                  List.of(JSON.readValue(one.getChecklist().data(), Checklist.Item[].class)),
                  votes(one.getId()),
                  one.getCreatedAt(),
                  one.getDecidedAt());
            });
  }

  private List<Vote> votes(UUID review) {
    return sql.select(
            BOARD_MEMBERS.USER_ID, BOARD_VOTES.VOTE, BOARD_VOTES.REASONS, BOARD_VOTES.CONDITION)
        .from(BOARD_VOTES)
        .join(BOARD_MEMBERS)
        .on(BOARD_MEMBERS.ID.eq(BOARD_VOTES.MEMBER_ID))
        .where(BOARD_VOTES.REVIEW_ID.eq(review))
        .orderBy(BOARD_VOTES.CREATED_AT, BOARD_VOTES.ID)
        .fetch(
            row ->
                new Vote(
                    Board.name(users, row.value1()), row.value2(), row.value3(), row.value4()));
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(int limit) {
    return sql.selectFrom(AGI_SAFETY_DECISIONS)
        .orderBy(AGI_SAFETY_DECISIONS.CREATED_AT.desc(), AGI_SAFETY_DECISIONS.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new Decision(
                    row.getId(),
                    row.getDecisionType(),
                    row.getDecision(),
                    row.getReasoning(),
                    List.of(row.getConditions()),
                    row.getUnanimous(),
                    row.getNextReviewDate(),
                    row.getCreatedAt()));
  }
}
