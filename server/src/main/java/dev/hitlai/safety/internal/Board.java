package dev.hitlai.safety.internal;

import static dev.hitlai.safety.internal.jooq.Tables.AGI_CAPABILITY_MILESTONES;
import static dev.hitlai.safety.internal.jooq.Tables.AGI_SAFETY_DECISIONS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_MEMBERS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_REVIEWS;
import static dev.hitlai.safety.internal.jooq.Tables.BOARD_VOTES;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.Users;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safety board. A review is decided as soon as a quorum has voted: any veto or half of the
 * votes against reject it; conditions of members become conditions of the decision. More capability
 * means more review: the higher the level, the sooner it is looked at again.
 */
@Component
@Transactional
public class Board {
  /** At least so many, and more than half of the members. */
  static final int LEAST_QUORUM = 3;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final Levels levels;
  private final Checklist checklist;
  private final Users users;
  private final Notifications notifications;
  private final Clock clock;

  Board(
      DSLContext sql,
      Levels levels,
      Checklist checklist,
      Users users,
      Notifications notifications,
      Clock clock) {
    this.sql = sql;
    this.levels = levels;
    this.checklist = checklist;
    this.users = users;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** Who votes. */
  public record Member(UUID id, UUID userId, String name, boolean veto) {}

  public void add(String email, boolean veto, @Nullable UUID by) {
    var user =
        users.administrators().stream()
            .filter(one -> one.email().equalsIgnoreCase(email.strip()))
            .findFirst()
            .orElseThrow(
                () -> ApiProblem.invalid("email", "must be the address of an administrator"));
    sql.insertInto(BOARD_MEMBERS)
        .set(BOARD_MEMBERS.USER_ID, user.id())
        .set(BOARD_MEMBERS.HAS_VETO, veto)
        .set(BOARD_MEMBERS.ADDED_BY, by)
        .set(BOARD_MEMBERS.CREATED_AT, clock.instant())
        .onConflict(BOARD_MEMBERS.USER_ID)
        .doUpdate()
        .set(BOARD_MEMBERS.HAS_VETO, veto)
        .setNull(BOARD_MEMBERS.LEFT_AT)
        .execute();
  }

  public void remove(UUID id) {
    sql.update(BOARD_MEMBERS)
        .set(BOARD_MEMBERS.LEFT_AT, clock.instant())
        .where(BOARD_MEMBERS.ID.eq(id))
        .execute();
  }

  @Transactional(readOnly = true)
  public List<Member> members() {
    return sql.selectFrom(BOARD_MEMBERS)
        .where(BOARD_MEMBERS.LEFT_AT.isNull())
        .orderBy(BOARD_MEMBERS.CREATED_AT, BOARD_MEMBERS.ID)
        .fetch(
            row ->
                new Member(
                    row.getId(), row.getUserId(), name(users, row.getUserId()), row.getHasVeto()));
  }

  static String name(Users users, UUID userId) {
    return users.find(userId).map(Users.User::displayName).orElse("Somebody who left");
  }

  @Transactional(readOnly = true)
  public int quorum() {
    return Math.max(LEAST_QUORUM, members().size() / 2 + 1);
  }

  /**
   * Opens a review; what there is of evidence is linked as it is now.
   *
   * @throws ApiProblem when the level wasn't shown, or one below it isn't approved
   */
  public UUID ask(int level, @Nullable UUID by) {
    if (level < 2 || level > 5) {
      throw ApiProblem.invalid("level", "must be 2 to 5: level 1 is always verified");
    }
    levels.assess();
    var milestone =
        levels
            .lock(level)
            .filter(row -> row.getDemonstrated())
            .orElseThrow(
                () ->
                    ApiProblem.conflict(
                        "Level %d was not shown by what people said.".formatted(level)));
    if (levels.approved() < level - 1) {
      throw ApiProblem.conflict("Level %d has to be approved first.".formatted(level - 1));
    }
    return sql.insertInto(BOARD_REVIEWS)
        .set(BOARD_REVIEWS.MILESTONE_ID, milestone.getId())
        .set(
            BOARD_REVIEWS.CHECKLIST, JSONB.valueOf(JSON.writeValueAsString(checklist.items(level))))
        .set(BOARD_REVIEWS.ASKED_BY, by)
        .set(BOARD_REVIEWS.CREATED_AT, clock.instant())
        .onConflictDoNothing()
        .returning(BOARD_REVIEWS.ID)
        .fetchOptional(BOARD_REVIEWS.ID)
        .orElseThrow(() -> ApiProblem.conflict("A review of this level is open."));
  }

  /**
   * A member's vote; the one that makes the quorum decides.
   *
   * @param condition what has to hold; only with a conditional vote
   */
  public void vote(
      UUID reviewId, UUID userId, String vote, String reasons, @Nullable String condition) {
    if (!List.of("approve", "conditional", "reject").contains(vote)) {
      throw ApiProblem.invalid("vote", "must be approve, conditional or reject");
    }
    if (reasons.isBlank() || reasons.length() > 5000) {
      throw ApiProblem.invalid("reasons", "must have 1 to 5,000 characters");
    }
    boolean conditional = vote.equals("conditional");
    if (conditional && (condition == null || condition.isBlank())) {
      throw ApiProblem.invalid("condition", "is needed with a conditional vote");
    }
    if (users.find(userId).filter(one -> one.type() == UserType.ADMIN).isEmpty()) {
      throw ApiProblem.forbidden("Only members of the board vote.");
    }
    var member =
        members().stream()
            .filter(one -> one.userId().equals(userId))
            .findFirst()
            .orElseThrow(() -> ApiProblem.forbidden("Only members of the board vote."));
    var review =
        sql.selectFrom(BOARD_REVIEWS)
            .where(BOARD_REVIEWS.ID.eq(reviewId))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> ApiProblem.notFound("There is no such review."));
    if (!review.getStatus().equals("open")) {
      throw ApiProblem.conflict("The review is decided.");
    }
    sql.insertInto(BOARD_VOTES)
        .set(BOARD_VOTES.REVIEW_ID, reviewId)
        .set(BOARD_VOTES.MEMBER_ID, member.id())
        .set(BOARD_VOTES.VOTE, vote)
        .set(BOARD_VOTES.REASONS, reasons.strip())
        .set(BOARD_VOTES.CONDITION, conditional ? Objects.requireNonNull(condition).strip() : null)
        .set(BOARD_VOTES.CREATED_AT, clock.instant())
        .onConflict(BOARD_VOTES.REVIEW_ID, BOARD_VOTES.MEMBER_ID)
        .doUpdate()
        .set(BOARD_VOTES.VOTE, vote)
        .set(BOARD_VOTES.REASONS, reasons.strip())
        .set(BOARD_VOTES.CONDITION, conditional ? Objects.requireNonNull(condition).strip() : null)
        .execute();
    decide(reviewId, review.getMilestoneId());
  }

  private void decide(UUID reviewId, UUID milestoneId) {
    var votes =
        sql.select(
                BOARD_VOTES.VOTE,
                BOARD_VOTES.CONDITION,
                BOARD_MEMBERS.HAS_VETO,
                BOARD_MEMBERS.USER_ID,
                BOARD_VOTES.REASONS)
            .from(BOARD_VOTES)
            .join(BOARD_MEMBERS)
            .on(BOARD_MEMBERS.ID.eq(BOARD_VOTES.MEMBER_ID))
            .where(BOARD_VOTES.REVIEW_ID.eq(reviewId))
            .and(BOARD_MEMBERS.LEFT_AT.isNull())
            .orderBy(BOARD_VOTES.CREATED_AT, BOARD_VOTES.ID)
            .fetch();
    boolean veto = votes.stream().anyMatch(row -> row.value3() && row.value1().equals("reject"));
    if (votes.size() < quorum() && !veto) {
      return;
    }
    long against = votes.stream().filter(row -> row.value1().equals("reject")).count();
    var conditions =
        votes.stream()
            .filter(row -> row.value2() != null)
            .map(row -> Objects.requireNonNull(row.value2()))
            .toList();
    var milestone =
        sql.selectFrom(AGI_CAPABILITY_MILESTONES)
            .where(AGI_CAPABILITY_MILESTONES.ID.eq(milestoneId))
            .forUpdate()
            .fetchSingle();
    int level = milestone.getCapabilityLevel();
    // The evidence as it is now, not as it was when the review was opened.
    var missing = checklist.items(level).stream().filter(item -> !item.passed()).toList();
    boolean rejected =
        veto || 2 * against >= votes.size() || !missing.isEmpty() || !milestone.getDemonstrated();
    String outcome = rejected ? "rejected" : conditions.isEmpty() ? "approved" : "conditional";
    var reasoning = new ArrayList<String>();
    if (veto) {
      reasoning.add("A member with a veto rejects it.");
    }
    missing.forEach(item -> reasoning.add(item.name() + ": " + item.found()));
    votes.forEach(row -> reasoning.add(row.value5()));
    int days = reviewAfter(level);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UUID decision =
        sql.insertInto(AGI_SAFETY_DECISIONS)
            .set(AGI_SAFETY_DECISIONS.DECISION_TYPE, "capability_approval")
            .set(AGI_SAFETY_DECISIONS.CAPABILITY_MILESTONE_ID, milestoneId)
            .set(AGI_SAFETY_DECISIONS.DECISION, outcome)
            .set(AGI_SAFETY_DECISIONS.REASONING, String.join("\n", reasoning))
            .set(AGI_SAFETY_DECISIONS.CONDITIONS, conditions.toArray(String[]::new))
            .set(
                AGI_SAFETY_DECISIONS.DECIDED_BY,
                votes.stream().map(row -> row.value4()).toArray(UUID[]::new))
            .set(
                AGI_SAFETY_DECISIONS.UNANIMOUS,
                votes.stream().map(row -> row.value1()).distinct().count() == 1)
            .set(
                AGI_SAFETY_DECISIONS.VOTE_BREAKDOWN,
                JSONB.valueOf(JSON.writeValueAsString(breakdown(votes.map(row -> row.value1())))))
            .set(AGI_SAFETY_DECISIONS.REQUIRES_REVIEW_IN_DAYS, rejected ? null : days)
            .set(AGI_SAFETY_DECISIONS.NEXT_REVIEW_DATE, rejected ? null : today.plusDays(days))
            .set(AGI_SAFETY_DECISIONS.CREATED_AT, clock.instant())
            .returning(AGI_SAFETY_DECISIONS.ID)
            .fetchSingle(AGI_SAFETY_DECISIONS.ID);
    sql.update(BOARD_REVIEWS)
        .set(BOARD_REVIEWS.STATUS, outcome)
        .set(BOARD_REVIEWS.DECISION_ID, decision)
        .set(BOARD_REVIEWS.DECIDED_AT, clock.instant())
        .where(BOARD_REVIEWS.ID.eq(reviewId))
        .execute();
    if (!rejected) {
      sql.update(AGI_CAPABILITY_MILESTONES)
          .set(AGI_CAPABILITY_MILESTONES.SAFETY_AUDIT_PASSED, true)
          .set(AGI_CAPABILITY_MILESTONES.ALIGNMENT_VERIFIED, true)
          .set(AGI_CAPABILITY_MILESTONES.RED_TEAM_PASSED, true)
          .set(AGI_CAPABILITY_MILESTONES.APPROVED_FOR_DEPLOYMENT, true)
          .set(AGI_CAPABILITY_MILESTONES.APPROVAL_DATE, clock.instant())
          .set(
              AGI_CAPABILITY_MILESTONES.MONITORING_REQUIREMENTS,
              JSONB.valueOf(JSON.writeValueAsString(Map.of("conditions", conditions))))
          .where(AGI_CAPABILITY_MILESTONES.ID.eq(milestoneId))
          .execute();
    }
    tell("board.decided:" + decision, "Level %d: %s".formatted(level, outcome), reasoning);
  }

  /** A year at level 2, and half as long with each level above. */
  static int reviewAfter(int level) {
    return 360 >> Math.max(0, level - 2);
  }

  private static Map<String, Integer> breakdown(List<String> votes) {
    var counts = new LinkedHashMap<String, Integer>();
    for (String vote : List.of("approve", "conditional", "reject")) {
      counts.put(vote, (int) votes.stream().filter(vote::equals).count());
    }
    return counts;
  }

  /**
   * Every day: reminds of reviews that are due, and takes the approval of levels whose review is
   * overdue or that what people say doesn't show any more.
   *
   * @return levels that lost their approval
   */
  public List<Integer> lookAfter() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var lost = new ArrayList<>(levels.assess());
    for (var level : levels.list()) {
      var due =
          sql.select(AGI_SAFETY_DECISIONS.NEXT_REVIEW_DATE)
              .from(AGI_SAFETY_DECISIONS)
              .where(AGI_SAFETY_DECISIONS.CAPABILITY_MILESTONE_ID.eq(level.id()))
              .and(AGI_SAFETY_DECISIONS.DECISION.ne("rejected"))
              .orderBy(AGI_SAFETY_DECISIONS.CREATED_AT.desc())
              .limit(1)
              .fetchOne(AGI_SAFETY_DECISIONS.NEXT_REVIEW_DATE);
      if (!level.approved() || due == null) {
        continue;
      }
      if (due.isBefore(today)) {
        sql.update(AGI_CAPABILITY_MILESTONES)
            .set(AGI_CAPABILITY_MILESTONES.APPROVED_FOR_DEPLOYMENT, false)
            .where(AGI_CAPABILITY_MILESTONES.ID.eq(level.id()))
            .execute();
        lost.add(level.level());
      } else if (due.minusDays(14).isBefore(today)) {
        tell(
            "board.due:" + level.id() + ":" + due,
            "Level %d is to be reviewed by %s".formatted(level.level(), due),
            List.of("Without a decision by then it loses its approval."));
      }
    }
    lost.forEach(
        level ->
            tell(
                "board.lost:" + level + ":" + today,
                "Level %d lost its approval".formatted(level),
                List.of("Its review is overdue, or what people say doesn't show it any more.")));
    return lost;
  }

  private void tell(String key, String title, List<String> why) {
    notifications.tell(
        new Notice(
            "board.decided",
            key,
            NoticeKind.ACCOUNT,
            new Audience.Administrators(),
            title,
            why.isEmpty() ? List.of("See the board's page.") : why,
            new Notice.Action("See the board", "/admin/safety"),
            Map.of()));
  }
}
