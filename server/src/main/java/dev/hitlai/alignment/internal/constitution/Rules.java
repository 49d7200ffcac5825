package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_RULES;

import dev.hitlai.alignment.rules.Conditions;
import dev.hitlai.alignment.rules.Conflicts;
import dev.hitlai.alignment.rules.InvalidCondition;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing rules. Administrators write the platform's, a company its own; universal ones come with
 * the release. Nothing is overwritten: each edit is a version.
 */
@Component
public class Rules {
  private static final int MOST_OF_A_COMPANY = 200;

  private final ConstitutionRows rows;
  private final ConstitutionDecisions decisions;
  private final Audit audit;

  Rules(ConstitutionRows rows, ConstitutionDecisions decisions, Audit audit) {
    this.rows = rows;
    this.decisions = decisions;
    this.audit = audit;
  }

  /** A rule that was saved, and what its author should know. */
  public record Saved(StoredRule rule, List<Conflicts.Note> notes) {}

  /** Rules that the asker may see: an administrator all, a company those that hold for it. */
  @Transactional(readOnly = true)
  public List<StoredRule> list(CurrentUser user) {
    return rows.list(
        user.type() == UserType.ADMIN
            ? DSL.noCondition()
            : CONSTITUTIONAL_RULES
                .COMPANY_ID
                .isNull()
                .and(CONSTITUTIONAL_RULES.TESTER_ID.isNull())
                .or(CONSTITUTIONAL_RULES.COMPANY_ID.eq(user.requireCompany())));
  }

  /**
   * @throws ApiProblem when the asker may see no such rule
   */
  @Transactional(readOnly = true)
  public StoredRule find(UUID id) {
    return rows.find(id).orElseThrow(() -> ApiProblem.notFound("No rule has this id."));
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public List<StoredRule> versions(UUID id) {
    find(id);
    return rows.versions(id);
  }

  /**
   * @throws ApiProblem with what is wrong, the condition's problems with their places
   */
  @Transactional
  public Saved add(CurrentUser by, RuleDraft draft) {
    check(draft);
    var level = level(by);
    if (level == Level.COMPANY
        && rows.list(CONSTITUTIONAL_RULES.COMPANY_ID.eq(by.requireCompany())).size()
            >= MOST_OF_A_COMPANY) {
      throw ApiProblem.conflict("A company has at most " + MOST_OF_A_COMPANY + " rules.");
    }
    var id = UUID.randomUUID();
    return write(by, id, 1, level, draft, "rule.added");
  }

  /**
   * @throws ApiProblem when the rule is not the asker's to edit, or with what is wrong
   */
  @Transactional
  public Saved edit(CurrentUser by, UUID id, RuleDraft draft) {
    check(draft);
    var before = rows.lock(id).orElseThrow(() -> ApiProblem.notFound("No rule has this id."));
    requireOwn(by, before);
    return write(by, id, before.version() + 1, before.level(), draft, "rule.edited");
  }

  private Saved write(
      CurrentUser by, UUID id, int version, Level level, RuleDraft draft, String action) {
    var company = level == Level.COMPANY ? by.requireCompany() : null;
    var notes = notes(id, level, company, draft);
    try {
      rows.write(id, version, level, company, draft, by.userId());
    } catch (DuplicateKeyException e) {
      throw ApiProblem.invalid("name", "is taken by another rule of this level");
    }
    audit.note(by, action, "constitutional_rule", id);
    return new Saved(rows.find(id).orElseThrow(), notes);
  }

  /** What there is to know about a draft, as if it were saved by the asker. */
  @Transactional(readOnly = true)
  public List<Conflicts.Note> notes(CurrentUser by, @Nullable UUID id, RuleDraft draft) {
    check(draft);
    var level = level(by);
    return notes(
        id == null ? new UUID(0, 0) : id,
        level,
        level == Level.COMPANY ? by.requireCompany() : null,
        draft);
  }

  private List<Conflicts.Note> notes(
      UUID id, Level level, @Nullable UUID company, RuleDraft draft) {
    var others = rows.list(CONSTITUTIONAL_RULES.IS_ACTIVE.isTrue()).stream();
    return Conflicts.of(
        draft.rule(id, 1, level, company),
        others
            .map(StoredRule::rule)
            .filter(
                rule ->
                    company == null || rule.companyId() == null || rule.companyId().equals(company))
            .toList());
  }

  /** What a draft would have done to what was judged last. */
  @Transactional(readOnly = true)
  public DryRun.Result dryRun(CurrentUser by, RuleDraft draft, int outputs) {
    check(draft);
    var level = level(by);
    var company = level == Level.COMPANY ? by.requireCompany() : null;
    return DryRun.of(draft.rule(new UUID(0, 0), 1, level, company), decisions, company, outputs);
  }

  private static Level level(CurrentUser by) {
    return by.type() == UserType.ADMIN ? Level.PLATFORM : Level.COMPANY;
  }

  private static void requireOwn(CurrentUser by, StoredRule rule) {
    if (rule.level() == Level.UNIVERSAL) {
      throw ApiProblem.forbidden("Universal rules come with the release and can't be changed.");
    }
    boolean own =
        by.type() == UserType.ADMIN
            ? rule.level() == Level.PLATFORM
            : rule.companyId() != null && rule.companyId().equals(by.companyId());
    if (!own) {
      throw ApiProblem.forbidden("This rule is not yours to change.");
    }
  }

  /** Refuses a draft that is none. */
  static void check(RuleDraft draft) {
    draft.check();
    try {
      Conditions.read(draft.condition().strip());
    } catch (InvalidCondition e) {
      throw new ApiProblem(
          ErrorCode.VALIDATION_ERROR,
          "The condition can't be used.",
          Map.of(
              "condition",
              e.problems().stream()
                  .map(
                      problem ->
                          "line %d, column %d: %s"
                              .formatted(problem.line(), problem.column(), problem.message()))
                  .collect(java.util.stream.Collectors.joining("; ")),
              "problems",
              e.problems()));
    }
  }

  /** The condition with a caret under what is wrong; empty when it can be used. */
  public static String pointed(String condition) {
    try {
      Conditions.read(condition.strip());
      return "";
    } catch (InvalidCondition e) {
      return InvalidCondition.pointed(condition.strip(), e.problems());
    }
  }
}
