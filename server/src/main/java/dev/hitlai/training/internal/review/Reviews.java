package dev.hitlai.training.internal.review;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUT_RANKINGS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.AiFinding;
import dev.hitlai.testing.FindingCorrected;
import dev.hitlai.testing.ReviewDesk;
import dev.hitlai.training.Corrections;
import dev.hitlai.training.Corrections.ReviewFacts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reviewers do. Their own rights don't reach the findings of strangers, so each act is carried
 * out as the platform, after the queue made sure that the finding may be seen by them.
 */
@Component
public class Reviews {
  private static final Duration TAKE_BACK = Duration.ofMinutes(10);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DSLContext sql;
  private final ReviewQueue queue;
  private final ReviewDesk desk;
  private final Corrections corrections;
  private final Labels labels;
  private final ReviewerScores scores;
  private final TransactionOperations transactions;
  private final Clock clock;

  Reviews(
      DSLContext sql,
      ReviewQueue queue,
      ReviewDesk desk,
      Corrections corrections,
      Labels labels,
      ReviewerScores scores,
      TransactionOperations transactions,
      Clock clock) {
    this.sql = sql;
    this.queue = queue;
    this.desk = desk;
    this.corrections = corrections;
    this.labels = labels;
    this.scores = scores;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A finding before a reviewer.
   *
   * @param finding with its evidence
   * @param beside others of the same run that it may repeat
   * @param said what others said, for whoever decides between them
   */
  public record Item(
      Output output, AiFinding finding, List<AiFinding> beside, List<Labels.Said> said) {}

  /**
   * How much there is.
   *
   * @param toDecide where others don't agree; 0 for those who may not decide
   * @param canTakeBack whether the reviewer's last word can be taken back
   */
  public record Desk(@Nullable Item item, int waiting, int toDecide, boolean canTakeBack) {}

  public Desk desk(Reviewer reviewer, @Nullable UUID chosen) {
    return does(
        () -> {
          var output =
              chosen == null ? queue.next(reviewer) : Optional.of(queue.choose(reviewer, chosen));
          return new Desk(
              output.flatMap(one -> item(reviewer, one)).orElse(null),
              queue.waitingCount(reviewer, "open"),
              reviewer.expert() ? queue.waitingCount(reviewer, "adjudication") : 0,
              lastWord(reviewer).isPresent());
        });
  }

  private Optional<Item> item(Reviewer reviewer, Output output) {
    return Optional.ofNullable(output.issueId())
        .flatMap(desk::find)
        .map(
            finding ->
                new Item(
                    output,
                    finding,
                    desk.beside(finding.issueId(), 50),
                    reviewer.expert() && output.state().equals("adjudication")
                        ? labels.words(finding.issueId())
                        : List.of()));
  }

  public List<Output> waiting(Reviewer reviewer, int limit) {
    return does(() -> queue.waiting(reviewer, limit));
  }

  /** The screenshot of a finding that the reviewer may see. */
  public Optional<ReviewDesk.Picture> picture(Reviewer reviewer, UUID id) {
    return does(
        () -> Optional.ofNullable(queue.choose(reviewer, id).issueId()).flatMap(desk::picture));
  }

  /**
   * Keeps a reviewer's word. When all words that are wanted were said and agree, the finding gets
   * its verdict; when they don't, an expert decides.
   *
   * @return the correction's id
   * @throws ApiProblem when the reviewer said something of it already
   */
  public UUID say(Reviewer reviewer, UUID outputId, Word word) {
    return does(
        () -> {
          var output = queue.choose(reviewer, outputId);
          var finding =
              Optional.ofNullable(output.issueId())
                  .flatMap(desk::find)
                  .orElseThrow(() -> ApiProblem.conflict("The finding is not there any more."));
          boolean gold = output.gold() != null;
          boolean already =
              sql.fetchExists(
                  HUMAN_CORRECTIONS,
                  HUMAN_CORRECTIONS
                      .ISSUE_ID
                      .eq(finding.issueId())
                      .and(HUMAN_CORRECTIONS.CORRECTED_BY.eq(reviewer.userId())));
          boolean adjudicates = output.state().equals("adjudication") && reviewer.expert();
          if (already && !adjudicates) {
            throw ApiProblem.conflict("You said something of this finding already.");
          }
          if (output.state().equals("adjudication") && !adjudicates) {
            throw ApiProblem.conflict("Reviewers don't agree; an expert decides.");
          }
          var standing =
              gold
                  ? Optional.<ReviewDesk.Decided>empty()
                  : decide(reviewer, output, finding, word, adjudicates);
          UUID id =
              corrections.record(
                  correction(reviewer, finding, word, adjudicates),
                  new ReviewFacts(
                      standing.map(ReviewDesk.Decided::before).orElse(null),
                      gold,
                      word.seconds(),
                      word.duplicateOf()));
          queue.release(outputId);
          scores.said(reviewer.userId(), output, word.type());
          return id;
        });
  }

  /** The last of the words that are wanted makes the verdict. */
  private Optional<ReviewDesk.Decided> decide(
      Reviewer reviewer, Output output, AiFinding finding, Word word, boolean adjudicates) {
    var before =
        labels.words(finding.issueId()).stream()
            .filter(one -> !reviewer.userId().equals(one.by()))
            .toList();
    var mine =
        new Labels.Said(
            reviewer.userId(), word.type(), word.severity(), Labels.UNKNOWN, adjudicates, true);
    boolean enough = before.size() + 1 >= output.wanted();
    boolean agreed = before.stream().allMatch(one -> one.right() == mine.right());
    return adjudicates || (enough && agreed)
        ? desk.decide(
            finding.issueId(), word.type(), word.severity(), word.wording(), reviewer.userId())
        : Optional.empty();
  }

  private static FindingCorrected correction(
      Reviewer reviewer, AiFinding finding, Word word, boolean adjudicates) {
    var corrected = new LinkedHashMap<String, String>();
    if (word.severity() != null) {
      corrected.put("severity", word.severity());
    }
    if (word.wording() != null) {
      corrected.put("description", word.wording());
    }
    var facts = finding.facts();
    return new FindingCorrected(
        finding.runId(),
        finding.companyId(),
        finding.issueId(),
        reviewer.testerId(),
        reviewer.userId(),
        word.type(),
        new FindingCorrected.AiFinding(
            facts.title(),
            facts.description(),
            facts.severity(),
            facts.category(),
            facts.confidence()),
        corrected,
        word.severity(),
        word.reason(),
        adjudicates ? reviewer.userId() : null);
  }

  /** Leaves a finding for later. */
  public void pass(Reviewer reviewer, UUID outputId) {
    does(
        () -> {
          queue.pass(reviewer, outputId);
          return true;
        });
  }

  /** Hands a finding to an expert without a word on it. */
  public void escalate(Reviewer reviewer, UUID outputId, String reason) {
    if (reason.isBlank() || reason.length() > 2000) {
      throw ApiProblem.invalid("reason", "must have 1 to 2,000 characters");
    }
    does(
        () -> {
          var output = queue.choose(reviewer, outputId);
          if (output.state().equals("decided")) {
            throw ApiProblem.conflict("The finding is decided.");
          }
          sql.update(AI_OUTPUTS)
              .set(AI_OUTPUTS.STATE, "adjudication")
              .set(AI_OUTPUTS.ESCALATED_BY, reviewer.userId())
              .set(AI_OUTPUTS.ESCALATION_REASON, reason.strip())
              .setNull(AI_OUTPUTS.HELD_BY)
              .setNull(AI_OUTPUTS.HELD_UNTIL)
              .where(AI_OUTPUTS.ID.eq(outputId))
              .execute();
          return true;
        });
  }

  /** The reviewer's last word, while it can be taken back. */
  private Optional<UUID> lastWord(Reviewer reviewer) {
    return sql.select(HUMAN_CORRECTIONS.ID)
        .from(HUMAN_CORRECTIONS)
        .where(HUMAN_CORRECTIONS.CORRECTED_BY.eq(reviewer.userId()))
        .and(HUMAN_CORRECTIONS.ORIGIN.eq("review"))
        .andNot(HUMAN_CORRECTIONS.USED_FOR_TRAINING)
        .and(HUMAN_CORRECTIONS.CREATED_AT.gt(clock.instant().minus(TAKE_BACK)))
        .orderBy(HUMAN_CORRECTIONS.CREATED_AT.desc(), HUMAN_CORRECTIONS.ID.desc())
        .limit(1)
        .fetchOptional(HUMAN_CORRECTIONS.ID);
  }

  /**
   * Takes the reviewer's last word back; the finding stands as before it and waits again.
   *
   * @return the finding, which the reviewer has before them again
   * @throws ApiProblem when there is none of the last ten minutes, or it was learnt from already
   */
  public UUID takeBack(Reviewer reviewer) {
    return does(
        () -> {
          var id =
              lastWord(reviewer)
                  .orElseThrow(
                      () ->
                          ApiProblem.conflict(
                              "There is no word of the last ten minutes to take back."));
          var word =
              sql.selectFrom(HUMAN_CORRECTIONS).where(HUMAN_CORRECTIONS.ID.eq(id)).fetchSingle();
          UUID issue = Objects.requireNonNull(word.getIssueId());
          if (word.getBefore() != null) {
            desk.restore(issue, JSON.readValue(word.getBefore().data(), ReviewDesk.Standing.class));
          }
          word.delete();
          labels.refresh(issue);
          var output =
              sql.selectFrom(AI_OUTPUTS)
                  .where(AI_OUTPUTS.ISSUE_ID.eq(issue))
                  .orderBy(AI_OUTPUTS.ID)
                  .limit(1)
                  .fetchSingle();
          scores.refresh(reviewer.userId());
          return output.getId();
        });
  }

  /** Findings of one run to put in order. */
  public List<Item> toRank(Reviewer reviewer, @Nullable UUID runId) {
    return does(
        () ->
            queue.toRank(reviewer, runId).stream()
                .flatMap(one -> item(reviewer, one).stream())
                .toList());
  }

  /**
   * Keeps an order.
   *
   * @param ranked ids of outputs of one run, the most useful first
   */
  public UUID rank(Reviewer reviewer, List<UUID> ranked, String reason) {
    if (ranked.size() < 2 || ranked.size() > 4 || new HashSet<>(ranked).size() != ranked.size()) {
      throw ApiProblem.invalid("ranked", "must name two to four different findings");
    }
    if (reason.isBlank() || reason.length() > 2000) {
      throw ApiProblem.invalid("reason", "must have 1 to 2,000 characters");
    }
    return does(
        () -> {
          var outputs = ranked.stream().map(id -> queue.choose(reviewer, id)).toList();
          if (outputs.stream().map(Output::runId).distinct().count() > 1) {
            throw ApiProblem.invalid("ranked", "must be findings of one run");
          }
          return sql.insertInto(AI_OUTPUT_RANKINGS)
              .set(AI_OUTPUT_RANKINGS.COMPANY_ID, outputs.getFirst().companyId())
              .set(AI_OUTPUT_RANKINGS.TEST_RUN_ID, outputs.getFirst().runId())
              .set(AI_OUTPUT_RANKINGS.RANKED, ranked.toArray(UUID[]::new))
              .set(AI_OUTPUT_RANKINGS.REASON, reason.strip())
              .set(AI_OUTPUT_RANKINGS.RANKED_BY, reviewer.userId())
              .set(AI_OUTPUT_RANKINGS.CREATED_AT, clock.instant())
              .returning(AI_OUTPUT_RANKINGS.ID)
              .fetchSingle(AI_OUTPUT_RANKINGS.ID);
        });
  }

  private <T> T does(Supplier<T> act) {
    return Objects.requireNonNull(
        Tenancy.as(Actor.system("review"), () -> transactions.execute(_ -> act.get())));
  }
}
