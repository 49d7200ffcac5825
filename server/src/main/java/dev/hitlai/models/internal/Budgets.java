package dev.hitlai.models.internal;

import static dev.hitlai.models.internal.jooq.Tables.BUDGETS;
import static dev.hitlai.models.internal.jooq.Tables.BUDGET_USE;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.models.ModelUnavailable;
import dev.hitlai.models.ModelUnavailable.Why;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What models may cost. What is set aside for calls on their way counts as spent, and each row is
 * changed only while both together stay within the limit: no number of calls at once passes it.
 */
@Component
public class Budgets {
  /** For what a budget is. */
  public enum Scope {
    RUN("a test run"),
    COMPANY("a company in a day"),
    DAY("everybody in a day");

    private final String label;

    Scope(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final DSLContext sql;
  private final ModelSettings settings;
  private final Clock clock;

  Budgets(DSLContext sql, ModelSettings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A limit.
   *
   * @param companyId null for everybody's
   * @param usual whether it is the settings'
   */
  public record Limit(Scope scope, @Nullable UUID companyId, BigDecimal usd, boolean usual) {}

  /** What is spent today, and set aside, of a scope's limit. */
  public record Use(Scope scope, BigDecimal spent, BigDecimal reserved, BigDecimal limit) {}

  /** Those for everybody, then companies' own. */
  @Transactional(readOnly = true)
  public List<Limit> limits() {
    var all = new ArrayList<Limit>();
    for (var scope : Scope.values()) {
      var own = stored(scope, null);
      all.add(new Limit(scope, null, own == null ? usual(scope) : own, own == null));
    }
    sql.selectFrom(BUDGETS)
        .where(BUDGETS.COMPANY_ID.isNotNull())
        .orderBy(BUDGETS.CREATED_AT, BUDGETS.ID)
        .forEach(
            row ->
                all.add(
                    new Limit(
                        scope(row.getScope()), row.getCompanyId(), row.getLimitUsd(), false)));
    return all;
  }

  /** Of everybody, today. */
  @Transactional(readOnly = true)
  public Use today() {
    var row =
        sql.selectFrom(BUDGET_USE)
            .where(key(Scope.DAY, null, today(clock)))
            .fetchOptional()
            .orElse(null);
    return new Use(
        Scope.DAY,
        row == null ? BigDecimal.ZERO : row.getSpentUsd(),
        row == null ? BigDecimal.ZERO : row.getReservedUsd(),
        limit(Scope.DAY, null));
  }

  /**
   * Sets a limit, or takes it back to the usual one.
   *
   * @param usd null for the usual one
   * @throws ApiProblem when that is no amount
   */
  @Transactional
  public void set(
      Scope scope, @Nullable UUID companyId, @Nullable BigDecimal usd, @Nullable UUID by) {
    if (usd != null && (usd.signum() < 0 || usd.compareTo(new BigDecimal("1000000")) > 0)) {
      throw ApiProblem.invalid("limit", "must be an amount from 0 to 1,000,000");
    }
    if (companyId != null && scope == Scope.DAY) {
      throw ApiProblem.invalid("scope", "of a company is run or company");
    }
    sql.deleteFrom(BUDGETS)
        .where(BUDGETS.SCOPE.eq(scope.code()))
        .and(BUDGETS.COMPANY_ID.isNotDistinctFrom(companyId))
        .execute();
    if (usd != null) {
      sql.insertInto(BUDGETS)
          .set(BUDGETS.SCOPE, scope.code())
          .set(BUDGETS.COMPANY_ID, companyId)
          .set(BUDGETS.LIMIT_USD, usd)
          .set(BUDGETS.CHANGED_BY, by)
          .execute();
    }
  }

  /** For whose account, and on which day. */
  record Account(@Nullable UUID run, @Nullable UUID company, LocalDate day) {
    boolean has(Scope scope) {
      return switch (scope) {
        case RUN -> run != null;
        case COMPANY -> company != null;
        case DAY -> true;
      };
    }

    @Nullable UUID subject(Scope scope) {
      return switch (scope) {
        case RUN -> run;
        case COMPANY -> company;
        case DAY -> null;
      };
    }

    @Nullable LocalDate day(Scope scope) {
      return scope == Scope.RUN ? null : day;
    }
  }

  Account account(@Nullable UUID run, @Nullable UUID company) {
    return new Account(run, company, today(clock));
  }

  /**
   * @throws ModelUnavailable when it doesn't fit; the transaction has to be rolled back then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void reserve(Account account, BigDecimal usd) {
    for (var scope : Scope.values()) {
      if (account.has(scope)) {
        var subject = account.subject(scope);
        var day = account.day(scope);
        sql.insertInto(BUDGET_USE)
            .set(BUDGET_USE.SCOPE, scope.code())
            .set(BUDGET_USE.SUBJECT, subject)
            .set(BUDGET_USE.DAY, day)
            .onConflictDoNothing()
            .execute();
        int fitted =
            sql.update(BUDGET_USE)
                .set(BUDGET_USE.RESERVED_USD, BUDGET_USE.RESERVED_USD.plus(usd))
                .where(key(scope, subject, day))
                .and(
                    BUDGET_USE
                        .SPENT_USD
                        .plus(BUDGET_USE.RESERVED_USD)
                        .plus(usd)
                        .le(limit(scope, account.company())))
                .execute();
        if (fitted == 0) {
          throw new ModelUnavailable(
              Why.BUDGET, "The budget for models of %s is used up.".formatted(scope.label()));
        }
      }
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void settle(Account account, BigDecimal reserved, BigDecimal spent) {
    for (var scope : Scope.values()) {
      if (account.has(scope)) {
        sql.update(BUDGET_USE)
            .set(BUDGET_USE.RESERVED_USD, BUDGET_USE.RESERVED_USD.minus(reserved))
            .set(BUDGET_USE.SPENT_USD, BUDGET_USE.SPENT_USD.plus(spent))
            .where(key(scope, account.subject(scope), account.day(scope)))
            .execute();
      }
    }
  }

  private static Condition key(Scope scope, @Nullable UUID subject, @Nullable LocalDate day) {
    return BUDGET_USE
        .SCOPE
        .eq(scope.code())
        .and(BUDGET_USE.SUBJECT.isNotDistinctFrom(subject))
        .and(BUDGET_USE.DAY.isNotDistinctFrom(day));
  }

  private BigDecimal limit(Scope scope, @Nullable UUID company) {
    var own = company == null || scope == Scope.DAY ? null : stored(scope, company);
    return own != null
        ? own
        : Objects.requireNonNullElseGet(stored(scope, null), () -> usual(scope));
  }

  private @Nullable BigDecimal stored(Scope scope, @Nullable UUID company) {
    return sql.select(BUDGETS.LIMIT_USD)
        .from(BUDGETS)
        .where(BUDGETS.SCOPE.eq(scope.code()))
        .and(BUDGETS.COMPANY_ID.isNotDistinctFrom(company))
        .fetchOne(BUDGETS.LIMIT_USD);
  }

  private BigDecimal usual(Scope scope) {
    return switch (scope) {
      case RUN -> settings.runBudget();
      case COMPANY -> settings.companyBudget();
      case DAY -> settings.dayBudget();
    };
  }

  /**
   * @throws ApiProblem when there is none of this name
   */
  public static Scope scope(String code) {
    for (var scope : Scope.values()) {
      if (scope.code().equals(code)) {
        return scope;
      }
    }
    throw ApiProblem.invalid("scope", "is run, company or day");
  }

  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
