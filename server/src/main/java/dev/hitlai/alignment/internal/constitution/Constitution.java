package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.alignment.internal.jooq.Tables.CONSTITUTIONAL_RULES;

import dev.hitlai.alignment.rules.Conditions;
import dev.hitlai.alignment.rules.InvalidCondition;
import dev.hitlai.alignment.rules.Level;
import dev.hitlai.alignment.rules.Rule;
import dev.hitlai.alignment.rules.RuleSet;
import dev.hitlai.platform.database.ServerSignals;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rules that hold now, compiled, in the memory of this server. Every edit announces itself in
 * the database, so that all servers have it within a moment.
 */
@Component
public class Constitution {
  static final String CHANNEL = "hitlai_rules";
  private static final Logger LOG = LoggerFactory.getLogger(Constitution.class);

  private final ConstitutionRows rows;
  private final UniversalRules universal;
  private final TransactionTemplate transactions;
  private volatile InForce inForce;

  /**
   * What holds.
   *
   * @param revision how many edits of rules it includes
   */
  public record InForce(RuleSet rules, long revision) {}

  Constitution(
      ConstitutionRows rows,
      UniversalRules universal,
      TransactionTemplate transactions,
      ServerSignals signals) {
    this.rows = rows;
    this.universal = universal;
    this.transactions = transactions;
    universal.ship();
    inForce = load();
    signals.listen(CHANNEL, this::reload);
  }

  /** What holds now; a judgement uses one and the same from its beginning to its end. */
  public InForce inForce() {
    return inForce;
  }

  /** Reads the rules again if they were edited. */
  final synchronized void reload() {
    var loaded = load();
    if (loaded.revision() != inForce.revision()) {
      inForce = loaded;
    }
  }

  private InForce load() {
    return Tenancy.as(
        Actor.system("constitution"),
        () ->
            transactions.execute(
                _ -> {
                  // Read first: an edit in between is read again at its signal.
                  long revision = rows.revision();
                  var rules = rows.list(CONSTITUTIONAL_RULES.IS_ACTIVE.isTrue());
                  return new InForce(compiled(rules), revision);
                }));
  }

  /**
   * What held after so many edits.
   *
   * @param revision as kept with a decision
   */
  RuleSet at(long revision) {
    var then = rows.at(revision).stream().filter(StoredRule::active).toList();
    return new RuleSet(then.stream().map(StoredRule::rule).filter(Constitution::reads).toList());
  }

  /** Universal rules as they were shipped; others as they are kept. */
  private RuleSet compiled(List<StoredRule> stored) {
    var rules = new ArrayList<Rule>();
    for (var shipped : universal.rules()) {
      var row = stored.stream().filter(rule -> rule.id().equals(shipped.id())).findFirst();
      int version = row.map(StoredRule::version).orElse(1);
      rules.add(shipped.draft().rule(shipped.id(), version, Level.UNIVERSAL, null));
    }
    stored.stream()
        .filter(rule -> rule.level() != Level.UNIVERSAL)
        .map(StoredRule::rule)
        .filter(Constitution::reads)
        .forEach(rules::add);
    return new RuleSet(rules);
  }

  /** A condition that an earlier release could read must not stop this one from starting. */
  private static boolean reads(Rule rule) {
    try {
      Conditions.read(rule.condition());
      return true;
    } catch (InvalidCondition e) {
      LOG.error("The rule “{}” can't be read and is left out: {}", rule.name(), e.getMessage());
      return false;
    }
  }
}
